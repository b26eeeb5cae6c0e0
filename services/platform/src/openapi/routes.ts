import { type Need, needOfRoute, routesOf } from '@aigaq/identity';
import { type Answer, answerOf } from '@aigaq/service';
import { type DynamicModule, RequestMethod, type Type } from '@nestjs/common';
import type { z } from 'zod';

/** What Nest keeps of a parameter of an endpoint. */
interface Parameter {
  data?: unknown;
  schema?: z.ZodType;
}

/** An endpoint as its decorators describe it. */
export interface Route {
  /** `<controller>.<method>`, as in `assignments.submit`. */
  id: string;
  method: string;
  /** `/api/tasks/assignments/{id}/submit` */
  path: string;
  /** The first part of the path after /api. */
  service: string;
  status: number;
  need: Need;
  body: z.ZodType | undefined;
  query: z.ZodType | undefined;
  answer: Answer | undefined;
}

type Imported = Type<unknown> | DynamicModule | { forwardRef: () => Type<unknown> };
type Controller = Type<unknown>;

const BODY = 3;
const QUERY = 4;

/** All endpoints of a module and of those that it imports, by path. Nothing is started for it. */
export function routesOfModule(root: Imported): Route[] {
  const routes = [...controllersOf(root)].flatMap(routesOfController);
  return routes.sort((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1));
}

function controllersOf(imported: Imported, seen = new Set<unknown>()): Set<Controller> {
  if (seen.has(imported)) {
    return new Set();
  }
  seen.add(imported);
  const { module, dynamic } = moduleOf(imported);
  const said = (key: 'imports' | 'controllers'): unknown[] => [...((Reflect.getMetadata(key, module) as unknown[] | undefined) ?? []), ...(dynamic?.[key] ?? [])];
  const below = (said('imports') as Imported[]).flatMap((each) => [...controllersOf(each, seen)]);
  return new Set([...(said('controllers') as Controller[]), ...below]);
}

function moduleOf(imported: Imported): { module: Type<unknown>; dynamic?: DynamicModule } {
  if ('forwardRef' in imported) {
    return { module: imported.forwardRef() };
  }
  return 'module' in imported ? { module: imported.module, dynamic: imported } : { module: imported };
}

function routesOfController(controller: Controller): Route[] {
  const prefix = Reflect.getMetadata('path', controller) as string;
  return routesOf(controller).map(({ name, handler }) => {
    const method = RequestMethod[Reflect.getMetadata('method', handler) as number] ?? 'GET';
    const parameter = (type: number) => schemaOf(controller, name, type);
    const need = needOfRoute(controller, handler);
    if (!need) {
      throw new Error(`${controller.name}.${name} does not say what it asks for.`);
    }
    return {
      id: `${lowerFirst(controller.name.replace(/Controller$/, ''))}.${name.replace(/\W/g, '')}`,
      method: method.toLowerCase(),
      path: pathOf(prefix, Reflect.getMetadata('path', handler) as string),
      service: prefix.split('/')[0] ?? '',
      status: (Reflect.getMetadata('__httpCode__', handler) as number | undefined) ?? (method === 'POST' ? 201 : 200),
      need,
      body: parameter(BODY),
      query: parameter(QUERY),
      answer: answerOf(handler),
    };
  });
}

function schemaOf(controller: Controller, name: string, type: number): z.ZodType | undefined {
  const parameters = (Reflect.getMetadata('__routeArguments__', controller, name) ?? {}) as Record<string, Parameter>;
  return Object.entries(parameters).find(([key]) => key.startsWith(`${type}:`))?.[1].schema;
}

function pathOf(prefix: string, own: string): string {
  const parts = `${prefix}/${own}`.split('/').filter((part) => part !== '');
  return `/api/${parts.map((part) => part.replace(/^:(.*)$/, '{$1}')).join('/')}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
