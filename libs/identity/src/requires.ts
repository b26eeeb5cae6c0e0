import { type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { Act } from './acts.js';

const NEED = 'aigaq:need';

/** What an endpoint asks of the one who calls: nothing, a token, or an act. */
export type Need = { kind: 'open' } | { kind: 'any-actor' } | { kind: 'act'; act: Act };

const need = (value: Need): MethodDecorator & ClassDecorator => SetMetadata(NEED, value);

/** No token is asked for here: public pages and health. */
export const Open = (): MethodDecorator & ClassDecorator => need({ kind: 'open' });

/** Whoever is signed in, also without any role: what is his own. */
export const AnyActor = (): MethodDecorator & ClassDecorator => need({ kind: 'any-actor' });

/** Whoever has this act in some body; with which things is for the service to decide. */
export const Requires = (act: Act): MethodDecorator & ClassDecorator => need({ kind: 'act', act });

export function needOf(reflector: Reflector, context: ExecutionContext): Need | undefined {
  return reflector.getAllAndOverride<Need | undefined>(NEED, [context.getHandler(), context.getClass()]);
}

type Handler = (...args: never[]) => unknown;
type ControllerClass = abstract new (...args: never[]) => unknown;

/** What an endpoint asks for; undefined when it does not say. */
export function needOfRoute(controller: ControllerClass, handler: Handler): Need | undefined {
  const said = (about: object): unknown => Reflect.getMetadata(NEED, about);
  return (said(handler) ?? said(controller)) as Need | undefined;
}

/** The methods of a controller that answer requests. */
export function routesOf(controller: ControllerClass): { name: string; handler: Handler }[] {
  const methods = Object.entries(Object.getOwnPropertyDescriptors(controller.prototype as object));
  const functions = methods.flatMap(([name, { value }]) => (typeof value === 'function' ? [{ name, handler: value as Handler }] : []));
  return functions.filter(({ handler }) => Reflect.hasMetadata('method', handler) && Reflect.hasMetadata('path', handler));
}

/** An endpoint that does not say what it asks for is a fault of the program: it does not start. */
export function refuseWithoutNeed(controller: ControllerClass): void {
  const silent = routesOf(controller).filter(({ handler }) => !needOfRoute(controller, handler));
  if (silent.length > 0) {
    const names = silent.map(({ name }) => `${controller.name}.${name}`).join(', ');
    throw new Error(`${names}: say @Requires(act), @AnyActor() or @Open().`);
  }
}
