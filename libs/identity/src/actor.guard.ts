import type { Actor } from '@aigaq/kernel';
import {
  applyDecorators,
  type CanActivate,
  Controller,
  createParamDecorator,
  type ExecutionContext,
  Inject,
  Injectable,
  UseGuards,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ActorSource } from './actor-source.js';
import { authorise } from './acts.js';
import { needOf, refuseWithoutNeed } from './requires.js';
import { DEED, type Deed, requireStepUp } from './step-up.js';
import { TokenVerifier, type VerifiedToken } from './token-verifier.js';

/** Who asks at an open endpoint. */
export const NOBODY: Actor = { id: 'nobody', name: '', memberships: [] };

interface IdentifiedRequest {
  headers: { authorization?: string };
  actor?: Actor;
  token?: VerifiedToken;
}

/**
 * Turns the bearer token of a request into `request.actor` and `request.token`, and refuses whoever has the act of the endpoint in no body.
 * Events pass: their author travels in the event.
 */
@Injectable()
export class ActorGuard implements CanActivate {
  constructor(
    @Inject(TokenVerifier) private readonly verifier: TokenVerifier,
    @Inject(ActorSource) private readonly actors: ActorSource,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') {
      return true;
    }
    const need = needOf(this.reflector, context);
    if (need?.kind === 'open') {
      return true;
    }
    const request = context.switchToHttp().getRequest<IdentifiedRequest>();
    const token = await this.verifier.verify(request.headers.authorization);
    request.token = token;
    request.actor = await this.actors.actorOf(token.subject, token.name);
    if (need?.kind === 'act') {
      authorise(request.actor, need.act);
    }
    const deed = this.reflector.getAllAndOverride<Deed | undefined>(DEED, [context.getHandler(), context.getClass()]);
    if (deed !== undefined) {
      requireStepUp(token, deed);
    }
    return true;
  }
}

/** A controller behind the guard; each of its endpoints says what it asks for. @throws Error when one does not */
export const ServiceController = (path: string): ClassDecorator =>
  applyDecorators(refuseWithoutNeed as ClassDecorator, Controller(path), UseGuards(ActorGuard));

const requestOf = (context: ExecutionContext): IdentifiedRequest => context.switchToHttp().getRequest<IdentifiedRequest>();

export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).actor ?? NOBODY);

export const CurrentToken = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).token);
