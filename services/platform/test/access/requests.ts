import type { Answer, Asker } from '@aigaq/testing';
import { type Route, routesOfModule } from '../../src/openapi/routes.js';
import { PlatformModule } from '../../src/platform.module.js';
import type { Ask } from './example.js';

export const ROUTES = routesOfModule(PlatformModule);

export const nameOf = ({ method, path }: Route): string => `${method.toUpperCase()} ${path}`;

export function ask({ method, path }: Route, { path: parameters = {}, query, body }: Ask, asker: Asker): Promise<Answer> {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parameters[name] ?? 'x'));
  const url = `${filled}${query ? `?${new URLSearchParams(query).toString()}` : ''}`;
  return method === 'get' || method === 'delete' ? asker[method](url) : asker[method as 'post' | 'put'](url, body);
}
