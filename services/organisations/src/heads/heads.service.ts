import type { AppointHead, PageOf } from '@aigaq/api';
import { type Act, authorise } from '@aigaq/identity';
import { type Actor, Clock, sortableId } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { bodyErrors } from '../bodies/body.errors.js';
import type { Body } from '../bodies/body.js';
import { BodiesRepository } from '../bodies/bodies.repository.js';
import { appointHead, type Head, headOf } from './head.js';
import { HeadsRepository } from './heads.repository.js';

@Injectable()
export class HeadsService {
  constructor(
    private readonly bodies: BodiesRepository,
    private readonly heads: HeadsRepository,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, bodyId: string): Promise<PageOf<Head>> {
    const body = await this.body(actor, 'body.read', bodyId);
    return { items: await this.heads.of(body.id), nextCursor: null };
  }

  async appoint(actor: Actor, bodyId: string, wanted: AppointHead): Promise<Head> {
    authorise(actor, 'heads.manage');
    const body = await this.body(actor, 'heads.manage', bodyId);
    const head = headOf(sortableId(this.clock.now()), wanted);
    await this.heads.change(actor, bodyId, (chairs) => appointHead(chairs, head, body));
    return head;
  }

  private async body(actor: Actor, act: Act, id: string): Promise<Body> {
    const body = await this.bodies.find(actor, act, id);
    if (!body) {
      throw bodyErrors.not_found({ bodyId: id });
    }
    return body;
  }
}
