import type { TwinsView } from '@aigaq/api';
import { Directory } from '@aigaq/directory';
import { covers } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { DocumentsRepository } from '../documents/documents.repository.js';
import { FingerprintsRepository } from './fingerprints.repository.js';
import { twinView } from './twin.view.js';

@Injectable()
export class TwinsService {
  constructor(
    private readonly documents: DocumentsRepository,
    private readonly fingerprints: FingerprintsRepository,
    private readonly directory: Directory,
  ) {}

  /** The twins of a paper, those that came later included; of a paper that the actor may not see only that it exists. */
  async view(actor: Actor, id: string): Promise<TwinsView> {
    const { organisationId } = await this.documents.get(actor, id);
    const own = (await this.fingerprints.find(id))?.twins ?? [];
    const others = await this.fingerprints.around(id, own.map((twin) => twin.id));
    const names = await this.directory.namesOf([...new Set(others.map((other) => other.organisationId))]);
    const items = others.flatMap((other) => {
      const twin = own.find((each) => each.id === other.id) ?? other.twins.find((each) => each.id === id);
      const body = covers(actor, 'evidence.read', other) ? names.get(other.organisationId) : undefined;
      return twin ? [twinView(twin, other, body)] : [];
    });
    return { organisationId, items: items.sort((a, b) => b.strength - a.strength) };
  }
}
