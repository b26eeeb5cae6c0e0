import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Container {
  image?: string;
  build?: { context: string; target: string };
  restart?: string;
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[]; interval: string; timeout: string; retries: number };
}
interface Compose {
  services: Record<string, Container>;
  volumes: Record<string, null>;
}

const text = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const source = text('docker-compose.yml');
const compose = parse(source, { merge: true }) as Compose;
const containers = Object.entries(compose.services);
const template = text('deploy/nginx/nginx.conf.template');
const dockerfile = text('Dockerfile');

const KEYS = ['image', 'build', 'restart', 'entrypoint', 'command', 'environment', 'ports', 'volumes', 'depends_on', 'healthcheck'];

const isJob = ({ restart }: Container): boolean => restart === 'no';
const matches = (input: string, pattern: RegExp): string[] => [...input.matchAll(pattern)].map((match) => match[1] ?? '');
const unique = (values: readonly string[]): string[] => [...new Set(values)].sort();
const environments = containers.flatMap(([, { environment = {} }]) => Object.entries(environment));

describe('the containers', () => {
  it('are the services of the product, nginx and the servers they need', () => {
    const ours = ['organisations', 'tasks', 'evidence', 'evidence-worker', 'compliance', 'notifications', 'reports', 'audit'];
    const servers = ['nginx', 'kafka-1', 'kafka-2', 'kafka-3', 'kafka-topics', 'mongo-1', 'mongo-2', 'mongo-3', 'mongo-init'];
    expect(unique(Object.keys(compose.services))).toEqual(unique([...ours, ...servers, 'store', 'keycloak', 'keycloak-database']));
  });

  it.each(containers)('%s has a pinned image', (_name, { image = '', build }) => {
    expect(image).toMatch(/^[a-z][\w./-]*:(v?\d+\.\d+(\.\d+)?|\$\{AIGAQ_VERSION:\?\})$/);
    expect(image.startsWith('aigaq/')).toBe(build !== undefined);
  });

  it.each(containers)('%s says only what compose understands', (_name, container) => {
    expect(Object.keys(container).filter((key) => !KEYS.includes(key))).toEqual([]);
    Object.values(container.environment ?? {}).forEach((value) => expect(typeof value).toBe('string'));
  });

  it.each(containers)('%s is watched, or is a job that somebody waits for', (name, container) => {
    const waiting = containers.flatMap(([, { depends_on = {} }]) => depends_on[name]?.condition ?? []);
    if (isJob(container)) {
      expect(unique(waiting)).toEqual(['service_completed_successfully']);
    } else {
      expect(container.restart).toBe('unless-stopped');
      expect(container.healthcheck).toMatchObject({ test: expect.any(Array), interval: expect.any(String), retries: expect.any(Number) });
      expect(waiting.filter((condition) => condition !== 'service_healthy')).toEqual([]);
    }
  });

  it('wait for containers that exist, without a circle', () => {
    const seen = new Set<string>();
    const visit = (name: string, path: readonly string[]): void => {
      expect(compose.services).toHaveProperty([name]);
      expect(path).not.toContain(name);
      Object.keys(compose.services[name]?.depends_on ?? {}).forEach((next) => visit(next, [...path, name]));
      seen.add(name);
    };
    containers.forEach(([name]) => visit(name, []));
    expect(seen.size).toBe(containers.length);
  });

  it('keep their data in named volumes, each used by one container', () => {
    const mounts = containers.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0] ?? ''));
    const named = mounts.filter((mount) => !mount.startsWith('.'));
    expect(named.sort()).toEqual(Object.keys(compose.volumes).sort());
    mounts.filter((mount) => mount.startsWith('.')).forEach((file) => expect(text(file).length).toBeGreaterThan(0));
  });

  it('open one port to the outside, that of nginx', () => {
    const ports = containers.flatMap(([name, { ports: opened = [] }]) => opened.map((port) => `${name} ${port}`));
    expect(ports).toEqual(['nginx ${PUBLIC_PORT:?}:8080']);
  });

  it('are built from stages of the Dockerfile, whose images are pinned as well', () => {
    const stages = matches(dockerfile, /^FROM \S+ AS (\S+)$/gm);
    containers.forEach(([, { build }]) => build && expect(stages).toContain(build.target));
    const bases = matches(dockerfile, /^FROM (\S+)/gm).filter((base) => !stages.includes(base));
    bases.forEach((base) => expect(base).toMatch(/:\d+/));
  });
});

describe('settings', () => {
  const documented = matches(text('.env.example'), /^([A-Z][A-Z0-9_]*)=/gm);
  const asked = unique(matches(source, /(?<!\$)\$\{([A-Z0-9_]+)/g));

  it('that compose asks for are in .env.example', () => {
    expect(asked.filter((name) => !documented.includes(name))).toEqual([]);
  });

  it('of .env.example are used by compose, each once explained', () => {
    const used = new Set([...asked, ...environments.map(([name]) => name)]);
    expect(documented.filter((name) => !used.has(name))).toEqual([]);
    expect(documented).toHaveLength(new Set(documented).size);
  });

  it('are asked for in a way that refuses an empty value', () => {
    expect(matches(source, /(?<!\$)(\$\{[A-Z0-9_]+(?!:\?)[^A-Z0-9_:][^}]*\}?)/g)).toEqual([]);
    expect(matches(source, /(?<!\$)(\$[A-Za-z_]\w*)/g)).toEqual([]);
  });

  it('that are secret have no value, neither in compose nor in .env.example', () => {
    const isSecret = (name: string): boolean => /PASSWORD|SECRET|TOKEN|_KEY$/.test(name);
    const given = environments.filter(([name]) => isSecret(name)).map(([, value]) => value);
    expect(given.length).toBeGreaterThan(10);
    given.forEach((value) => expect(value).toMatch(/^\$\{[A-Z0-9_]+:\?\}$/));
    expect(matches(source, /:\/\/[^\s:/@]+:([^@\s]+)@/g).filter((password) => !/^\$\{\w+:\?\}$/.test(password))).toEqual([]);
    expect(matches(text('.env.example'), /^(\w+=.+)$/gm).filter((line) => isSecret(line.split('=')[0] ?? ''))).toEqual([]);
  });
});

describe('nginx', () => {
  const { environment = {} } = compose.services['nginx'] ?? {};
  const upstreams = [...template.matchAll(/upstream (\S+) \{ server \$\{(\w+)\};/g)].map(([, name = '', address = '']) => ({ name, address }));

  it.each(upstreams)('passes $name on to the container of that name, on the port that it listens on', ({ name, address }) => {
    const [host = '', port = ''] = environment[address]?.split(':') ?? [];
    expect(host).toBe(name);
    const container = compose.services[name];
    const listens = [...Object.entries(container?.environment ?? {}).filter(([key]) => key === 'PORT').map(([, value]) => value)];
    const inCommand = matches(container?.command?.join(' ') ?? '', /--port :(\d+)/g);
    expect([...listens, ...inCommand, name === 'keycloak' ? '8080' : ''].filter(Boolean)).toEqual([port]);
    expect(compose.services['nginx']?.depends_on).toHaveProperty([name, 'condition'], 'service_healthy');
  });

  it('gets a value for everything in its template', () => {
    const fromImage = matches(dockerfile, /^(?:ENV|\s+)\s*([A-Z_]+)=/gm);
    const wanted = unique(matches(template, /\$\{([A-Z0-9_]+)\}/g));
    expect(wanted.filter((name) => !(name in environment) && !fromImage.includes(name))).toEqual([]);
  });

  it('knows a way for every service', () => {
    const served = matches(template, /location \/api\/([a-z]+)\/ \{ proxy_pass http:\/\/\1; \}/g);
    expect(served.sort()).toEqual(upstreams.map(({ name }) => name).filter((name) => !['keycloak', 'store'].includes(name)).sort());
  });
});
