import type { CloseBody, MoveBody, RegisterBody, RenameBody, SuperviseBody } from '@aigaq/api';
import { dayOf } from '@aigaq/calendar';
import { authorise, covers } from '@aigaq/identity';
import { type Actor, Clock, type Decision } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { ImportsRepository } from '../imports/imports.repository.js';
import { BodiesRepository } from './bodies.repository.js';
import { bodyErrors, registerErrors } from './body.errors.js';
import { closeBody, type KeptBody, moveBody, type Register, renameBody, superviseBody } from './body-changes.js';
import { type Body, registerBody } from './body.js';
import { RegisterTurn } from './register-turn.repository.js';
import { Settling } from './settling.service.js';

const ACT = 'body.manage';

/** What an administrator changes in the register. */
@Injectable()
export class RegisterService {
  constructor(
    private readonly bodies: BodiesRepository,
    private readonly imports: ImportsRepository,
    private readonly turn: RegisterTurn,
    private readonly settling: Settling,
    private readonly clock: Clock,
  ) {}

  register(actor: Actor, draft: RegisterBody): Promise<void> {
    authorise(actor, ACT);
    return this.inTurn(async () => {
      const { known, today } = await this.registerFor(actor, [draft.parentId ?? '', ...draft.supervisorIds], draft.validFrom);
      await this.bodies.create(actor, registerBody(draft, known, today));
    });
  }

  rename(actor: Actor, id: string, wanted: RenameBody): Promise<void> {
    return this.change(actor, id, async (body) => renameBody(body, wanted, await this.registerFor(actor, [], wanted.from, body)));
  }

  move(actor: Actor, id: string, wanted: MoveBody): Promise<void> {
    return this.change(actor, id, async (body) => moveBody(body, wanted, await this.registerFor(actor, [wanted.parentId ?? ''], wanted.from, body)));
  }

  supervise(actor: Actor, id: string, wanted: SuperviseBody): Promise<void> {
    return this.change(actor, id, async (body) => superviseBody(body, wanted, await this.registerFor(actor, wanted.supervisorIds, wanted.from, body)));
  }

  close(actor: Actor, id: string, wanted: CloseBody): Promise<void> {
    return this.change(actor, id, async (body) => {
      const register = await this.registerFor(actor, wanted.successorIds, wanted.until, body);
      return closeBody(body, wanted, await this.bodies.related(id), register);
    });
  }

  private change(actor: Actor, id: string, decide: (body: KeptBody) => Promise<Decision<Body> | undefined>): Promise<void> {
    authorise(actor, ACT);
    return this.inTurn(async () => {
      await this.bodies.change(actor, ACT, id, decide);
      await this.settling.settle();
    });
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    return this.turn.during(async () => {
      // It was judged by the register as it was: nothing may come between it and its end.
      if (await this.imports.isUnfinished()) {
        throw registerErrors.busy();
      }
      await work();
    });
  }

  /** All that stands above the body and those named; of the named those that the actor may not manage are unknown to him. */
  private async registerFor(actor: Actor, named: readonly string[], from: string, body?: KeptBody): Promise<Register> {
    const today = dayOf(this.clock.now());
    const known = await this.bodies.withThoseAbove(body ? [body.id, ...named] : named, from < today ? from : today);
    const outside = named.filter((id) => {
      const found = known.get(id);
      return found && !covers(actor, ACT, found);
    });
    if (outside[0] !== undefined) {
      throw bodyErrors.unknown_parent({ parentId: outside[0] });
    }
    return { known, today };
  }
}
