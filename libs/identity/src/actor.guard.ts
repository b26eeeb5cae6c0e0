import type { Actor } from '@aigaq/kernel';
import {
  applyDecorators,
  type CanActivate,
  Controller,
  createParamDecorator,
  type ExecutionContext,
  Inject,
  Injectable,
  SetMetadata,
  UseGuards,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ActorSource } from './actor-source.js';
import { DEED, type Deed, requireStepUp } from './step-up.js';
import { TokenVerifier, type VerifiedToken } from './token-verifier.js';

const OPEN = 'aigaq:open';

/** Who asks at an open endpoint. */
export const NOBODY: Actor = { id: 'nobody', name: '', memberships: [] };

interface IdentifiedRequest {
  headers: { authorization?: string };
  actor?: Actor;
  token?: VerifiedToken;
}

/** Turns the bearer token of a request into `request.actor` and `request.token`. Events pass: their author travels in the event. */
@Injectable()
export class ActorGuard implements CanActivate {
  constructor(
    @Inject(TokenVerifier) private readonly verifier: TokenVerifier,
    @Inject(ActorSource) private readonly actors: ActorSource,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http' || this.isOpen(context)) {
      return true;
    }
    const request = context.switchToHttp().getRequest<IdentifiedRequest>();
    const token = await this.verifier.verify(request.headers.authorization);
    request.token = token;
    request.actor = await this.actors.actorOf(token.subject, token.name);
    const deed = this.reflector.getAllAndOverride<Deed | undefined>(DEED, [context.getHandler(), context.getClass()]);
    if (deed !== undefined) {
      requireStepUp(token, deed);
    }
    return true;
  }

  private isOpen(context: ExecutionContext): boolean {
    return this.reflector.getAllAndOverride<boolean>(OPEN, [context.getHandler(), context.getClass()]) === true;
  }
}

/** No token is asked for here: public pages and health. */
export const Open = (): MethodDecorator & ClassDecorator => SetMetadata(OPEN, true);

/** A controller behind the guard. */
export const ServiceController = (path: string): ClassDecorator => applyDecorators(Controller(path), UseGuards(ActorGuard));

const requestOf = (context: ExecutionContext): IdentifiedRequest => context.switchToHttp().getRequest<IdentifiedRequest>();

export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).actor ?? NOBODY);

export const CurrentToken = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).token);
