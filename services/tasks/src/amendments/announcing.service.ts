import { Directory } from '@aigaq/directory';
import { Clock } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { type AmendedVersion, askBody } from './acknowledgement.js';
import { AcknowledgementsRepository } from './acknowledgements.repository.js';
import { AmendmentsService } from './amendments.service.js';
import { AnnouncementsRepository } from './announcements.repository.js';

const PIECE = 200;

/** Asks the bodies that an amendment concerns to take note: a piece is stored, then recorded and told in one write, so it goes on where it stopped. */
@Injectable()
export class Announcing {
  constructor(
    private readonly amendments: AmendmentsService,
    private readonly announcements: AnnouncementsRepository,
    private readonly acknowledgements: AcknowledgementsRepository,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async announce(version: AmendedVersion, isEnding: () => boolean): Promise<void> {
    let progress = await this.announcements.begin(version);
    if (progress.status === 'done') {
      return;
    }
    const bodies = (await this.amendments.concernedBodies(version)).filter((id) => id > progress.lastBody);
    while (progress.status === 'running' && !isEnding()) {
      const piece = bodies.splice(0, PIECE);
      await this.ask(version, piece);
      progress = await this.announcements.advance(progress, piece, bodies.length === 0);
    }
  }

  private async ask(version: AmendedVersion, piece: readonly string[]): Promise<void> {
    const scopes = await this.directory.scopesOf(await this.directory.bodies(piece));
    const now = this.clock.now();
    await this.acknowledgements.insertMissing(piece.map((id) => askBody(version, { id, scope: scopes.get(id) ?? [id] }, now)));
  }
}
