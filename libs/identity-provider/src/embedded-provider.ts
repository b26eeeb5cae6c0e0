import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { IdentityAccounts } from '@aigaq/identity';
import type { FastifyPluginAsync } from 'fastify';
import { openAdapters } from './adapter.js';
import { configuration, type ProviderClient, type Setting } from './configuration.js';
import { EmbeddedAccounts } from './embedded-accounts.js';
import { openKeys } from './keys.js';
import { Login } from './login.js';
import { type OidcProvider, Provider } from './oidc-provider.js';
import { STYLE } from './pages.js';
import type { Person } from './person.js';

export interface EmbeddedProviderOptions {
  /** Public address of the realm; its path is where the server lives. */
  issuer: string;
  people: readonly Person[];
  /** One for all accounts of the demonstration; invited people have their own. */
  password: string;
  /** Keys and sessions are kept here. */
  folder: string;
  audience: string;
  clients: readonly ProviderClient[];
}

export interface EmbeddedProvider {
  accounts: IdentityAccounts;
  handler: (request: IncomingMessage, response: ServerResponse) => void;
  /** For Fastify; registers the issuer's path itself. */
  plugin: FastifyPluginAsync;
}

/** An identity server in the process, shaped like our Keycloak realm. Made for one process; state is on the disk. */
export async function embeddedProvider(options: EmbeddedProviderOptions): Promise<EmbeddedProvider> {
  const { issuer, people, password, folder, audience, clients } = options;
  const { origin, pathname: base, host, protocol } = new URL(issuer);
  const home = `${origin}/`;
  const { adapter, endSessionsOf } = await openAdapters(join(folder, 'sessions'));
  const accounts = await EmbeddedAccounts.open({ people, password, folder: join(folder, 'accounts'), endSessionsOf });
  const setting: Setting = {
    accounts,
    clients,
    audience,
    keys: await openKeys(folder),
    adapter,
    base,
    home,
    provider: () => provider,
  };
  const provider = new Provider(issuer, configuration(setting));
  provider.proxy = true;
  allowPatterns(provider);
  const login = new Login(provider, { accounts, base, home });
  const serve = routeTo(base, login, provider.callback(), policyFor(clients));
  const handler = (request: IncomingMessage, response: ServerResponse): void => {
    // Every address it makes is the issuer's, whatever the request claims about itself.
    Object.assign(request.headers, { host, 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) });
    serve(request, response).catch((error: unknown) => fail(response, error));
  };
  return { accounts, handler, plugin: pluginFor(base, handler) };
}

type Serve = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function routeTo(base: string, login: Login, protocol: Serve, policy: string): Serve {
  return async (request, response) => {
    const url = request.url ?? '';
    if (!url.startsWith(`${base}/`)) {
      response.writeHead(404).end();
      return;
    }
    setHeaders(response, policy);
    Object.assign(request, { originalUrl: url, url: url.slice(base.length) });
    if (request.url?.startsWith('/login-actions/authenticate/') === true) {
      return login.handle(request, response);
    }
    if (request.url === '/resources/login.css') {
      response.writeHead(200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'max-age=3600' }).end(STYLE);
      return;
    }
    return protocol(request, response);
  };
}

function setHeaders(response: ServerResponse, policy: string): void {
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Referrer-Policy', 'no-referrer');
}

/** `form-action` must name where the login leads to: browsers apply it to the redirects after a post, too. */
function policyFor(clients: readonly ProviderClient[]): string {
  const origins = new Set(clients.flatMap(({ redirectUris }) => redirectUris.map((uri) => new URL(uri).origin)));
  const targets = ["'self'", ...origins].join(' ');
  return `default-src 'none'; style-src 'self'; img-src data:; form-action ${targets}; base-uri 'none'; frame-ancestors 'none'`;
}

/** Keycloak lets a redirect address end in `*`; oidc-provider does not. */
function allowPatterns(provider: OidcProvider): void {
  const { prototype } = provider.Client;
  prototype.redirectUriAllowed = function allowed(uri) {
    return matches(this.redirectUris, uri);
  };
  prototype.postLogoutRedirectUriAllowed = function allowed(uri) {
    return matches(this.postLogoutRedirectUris, uri);
  };
}

function matches(patterns: readonly string[] = [], uri: string): boolean {
  const parsed = URL.parse(uri);
  if (parsed === null || parsed.href.split('#')[0] !== parsed.href) {
    return false;
  }
  return patterns.some((pattern) => (pattern.endsWith('/*') ? parsed.href.startsWith(pattern.slice(0, -1)) : pattern === uri));
}

function pluginFor(base: string, handler: EmbeddedProvider['handler']): FastifyPluginAsync {
  return (app) => {
    // Bodies are read by the provider itself.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    app.all(`${base}/*`, (request, reply) => {
      reply.hijack();
      handler(request.raw, reply.raw);
    });
    return Promise.resolve();
  };
}

function fail(response: ServerResponse, error: unknown): void {
  console.error('identity provider', error);
  if (!response.headersSent) {
    response.writeHead(500);
  }
  response.end();
}
