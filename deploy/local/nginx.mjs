// The one address in front of the services in the cluster shape.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { program } from './debian.mjs';
import { isPortOpen } from './ports.mjs';
import { fillTemplate, makeFolder, startServer } from './server.mjs';
import { findProgram, run, step } from './steps.mjs';

const TEMPLATE = resolve(import.meta.dirname, '../nginx/nginx.conf.template');
const SERVICES = ['organisations', 'tasks', 'evidence', 'compliance', 'notifications', 'reports', 'audit', 'keycloak', 'store'];

/** The path of nginx. @returns {Promise<string>} */
export async function install() {
  return findProgram('nginx') ?? step('nginx, the front of the cluster', () => program('nginx', ['nginx-light']));
}

/**
 * Starts nginx on 127.0.0.1:`port` with the configuration that the containers use.
 * @param {object} options
 * @param {string} options.dataFolder for its settings, logs and temporary files
 * @param {number} options.port
 * @param {Record<string, number>} options.ports where the upstreams listen on 127.0.0.1: one for each service, `keycloak` and `store`
 * @param {string} options.portalFolder the built portal, with index.html
 * @param {(line: string) => void} [options.log]
 * @returns {Promise<{ url: string } & import('./server.mjs').RunningServer>}
 */
export async function startNginx({ dataFolder, port, ports, portalFolder, log = console.error }) {
  const nginx = await install();
  const folder = makeFolder(dataFolder);
  const config = join(folder, 'nginx.conf');
  const addresses = SERVICES.map((name) => [`${name.toUpperCase()}_ADDRESS`, ports[name] && `127.0.0.1:${ports[name]}`]);
  const values = {
    ...Object.fromEntries(addresses),
    NGINX_LISTEN: `127.0.0.1:${port}`,
    NGINX_RUN: folder,
    NGINX_ERROR_LOG: join(folder, 'error.log'),
    NGINX_ACCESS_LOG: join(folder, 'access.log'),
    NGINX_MIME_TYPES: mimeTypes(),
    PORTAL_FOLDER: resolve(portalFolder),
  };
  writeFileSync(config, fillTemplate(readFileSync(TEMPLATE, 'utf8'), values));
  // Before its settings are read nginx writes to a folder of the system: it is told about ours on the command line.
  const files = ['-p', folder, '-c', config, '-e', values.NGINX_ERROR_LOG];
  await run(nginx, ['-t', '-q', ...files]);
  const server = await startServer({
    name: 'nginx',
    // One process: workers would outlive a master that is killed, and keep its port.
    command: [nginx, ...files, '-g', 'daemon off; master_process off;'],
    logFile: join(folder, 'nginx.log'),
    ports: [port],
    isReady: () => isPortOpen(port),
    log,
  });
  return { url: `http://127.0.0.1:${port}`, get pid() { return server.pid; }, stop: server.stop };
}

/** Where Debian keeps the list of file types; elsewhere, beside the settings that nginx was built with. */
function mimeTypes() {
  const places = ['/etc/nginx/mime.types', '/usr/local/etc/nginx/mime.types', '/opt/homebrew/etc/nginx/mime.types'];
  return places.find((file) => existsSync(file)) ?? 'mime.types';
}
