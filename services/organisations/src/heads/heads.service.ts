import type { AbolishChair, AppointHead, ChairsView, ChairView, EndTenure, HeadsQuery, OpenChair, PageOf } from '@aigaq/api';
import { entitledOn, HEAD_LEVELS, isLiving, today } from '@aigaq/directory';
import { type Act, authorise } from '@aigaq/identity';
import { type Actor, Clock, type Decision, sortableId } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { bodyErrors } from '../bodies/body.errors.js';
import type { Body } from '../bodies/body.js';
import { BodiesRepository } from '../bodies/bodies.repository.js';
import { chairErrors } from './chair.errors.js';
import { abolishChair, openChair } from './chair.js';
import type { Chairs, Head, Lifetime } from './chairs.js';
import { appointHead, endTenure, headDraft } from './head.js';
import { headErrors } from './head.errors.js';
import { HeadsRepository } from './heads.repository.js';
import { viewChair, withVacancies } from './vacancy.js';

@Injectable()
export class HeadsService {
  constructor(
    private readonly bodies: BodiesRepository,
    private readonly heads: HeadsRepository,
    private readonly clock: Clock,
  ) {}

  /** The whole history, newest first, or with a day those who could sign on it. */
  async list(actor: Actor, bodyId: string, { on, level }: HeadsQuery): Promise<PageOf<Head>> {
    const body = await this.body(actor, 'body.read', bodyId);
    const levels = level === undefined ? HEAD_LEVELS : [level];
    const heads = (await this.heads.of(body.id)).filter((head) => levels.includes(head.level));
    return { items: on === undefined ? heads : entitledIn(body, heads, on), nextCursor: null };
  }

  async chairs(actor: Actor, bodyId: string): Promise<ChairsView> {
    const body = await this.body(actor, 'body.read', bodyId);
    const { chairs, heads } = await this.heads.chairsOf(body.id);
    const day = today(this.clock);
    return { organisationId: body.id, chairs: chairs.map((chair) => viewChair(chair, heads, { day, isLiving: isLiving(body, day) })) };
  }

  async open(actor: Actor, bodyId: string, wanted: OpenChair): Promise<ChairView> {
    const changed = await this.change(actor, bodyId, (chairs, body) => openChair(chairs, wanted, body));
    return this.viewOf(changed, changed.chairs.at(-1)?.id);
  }

  async abolish(actor: Actor, bodyId: string, chairId: string, wanted: AbolishChair): Promise<ChairView> {
    return this.viewOf(await this.change(actor, bodyId, (chairs) => abolishChair(chairs, chairId, wanted)), chairId);
  }

  async appoint(actor: Actor, bodyId: string, wanted: AppointHead): Promise<Head> {
    const draft = headDraft(sortableId(this.clock.now()), wanted);
    return headIn(await this.change(actor, bodyId, (chairs, body) => appointHead(chairs, draft, body)), draft.id);
  }

  async end(actor: Actor, bodyId: string, headId: string, wanted: EndTenure): Promise<Head> {
    return headIn(await this.change(actor, bodyId, (chairs) => endTenure(chairs, headId, wanted)), headId);
  }

  private async change(actor: Actor, bodyId: string, decide: (chairs: Chairs, body: Lifetime) => Decision<Chairs>): Promise<Chairs> {
    authorise(actor, 'heads.manage');
    const body = await this.body(actor, 'heads.manage', bodyId);
    return this.heads.change(actor, body.id, (chairs) => withVacancies(decide(chairs, body), today(this.clock)));
  }

  private viewOf({ id, chairs, heads }: Chairs, chairId: string | undefined): ChairView {
    const chair = chairs.find((one) => one.id === chairId);
    if (!chair) {
      throw chairErrors.not_found({ organisationId: id, chairId: chairId ?? '' });
    }
    return viewChair(chair, heads, { day: today(this.clock), isLiving: true });
  }

  private async body(actor: Actor, act: Act, id: string): Promise<Body> {
    const body = await this.bodies.find(actor, act, id);
    if (!body) {
      throw bodyErrors.not_found({ bodyId: id });
    }
    return body;
  }
}

/** Nobody signs for a body after its last day, whatever the register says of his chair. */
function entitledIn({ validUntil }: Lifetime, heads: readonly Head[], on: string): Head[] {
  return validUntil !== null && validUntil < on ? [] : entitledOn(heads, on, HEAD_LEVELS);
}

function headIn({ id, heads }: Chairs, headId: string): Head {
  const head = heads.find((one) => one.id === headId);
  if (!head) {
    throw headErrors.not_found({ organisationId: id, headId });
  }
  return head;
}
