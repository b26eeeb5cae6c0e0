import type { TwinsView } from '@aigaq/api';
import { Directory } from '@aigaq/directory';
import { covers, maySee } from '@aigaq/identity';
import { type Actor, isSecret } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { DocumentsRepository } from '../documents/documents.repository.js';
import { FingerprintsRepository } from './fingerprints.repository.js';
import { secretTwin, twinView } from './twin.view.js';

@Injectable()
export class TwinsService {
  constructor(
    private readonly documents: DocumentsRepository,
    private readonly fingerprints: FingerprintsRepository,
    private readonly directory: Directory,
  ) {}

  /** The twins of a paper, those that came later included; of a paper that the actor may not see only that it exists. */
  async view(actor: Actor, id: string, purpose: string | undefined): Promise<TwinsView> {
    const { organisationId } = await this.documents.get(actor, id, purpose);
    const own = (await this.fingerprints.find(id))?.twins ?? [];
    const others = await this.fingerprints.around(id, own.map((twin) => twin.id));
    const secrecy = await this.documents.secrecyOf(others.map((other) => other.id));
    const names = await this.directory.namesOf([...new Set(others.map((other) => other.organisationId))]);
    const items = others.flatMap((other) => {
      const twin = own.find((each) => each.id === other.id) ?? other.twins.find((each) => each.id === id);
      if (!twin) {
        return [];
      }
      const why = secrecy.get(other.id) ?? '';
      const isInReach = covers(actor, 'evidence.read', other);
      if (isSecret(why) && !(isInReach && maySee(actor, why))) {
        return [secretTwin(twin)];
      }
      return [twinView(twin, other, isInReach ? names.get(other.organisationId) : undefined)];
    });
    return { organisationId, items: items.sort((a, b) => b.strength - a.strength) };
  }
}
