import type { Organisation } from '@aigaq/contracts';
import { supervised } from '@aigaq/kernel';
import type { Model } from 'mongoose';
import type { Directory } from './directory.js';
import type { DirectoryCopy } from './directory-copy.js';

interface Owned {
  organisationId: string;
  scope: string[];
}
/** Of any document that stores whose it is and its scope. */
type ScopedModel = Pick<Model<Owned>, 'findOne' | 'aggregate' | 'updateMany' | 'schema'>;

/**
 * Keeps the scope of what a service has stored: a body that moves, or gets another supervisor, takes its things with it, and those who
 * were above it see nothing of it any more. To be called for each OrganisationRegistered and OrganisationChanged; as often as it comes.
 */
export class ScopeKeeper {
  /** @param models each needs an index that begins with `organisationId`, and one that begins with `scope` */
  constructor(
    private readonly directory: Directory,
    private readonly copy: DirectoryCopy,
    private readonly models: readonly ScopedModel[],
  ) {}

  async follow(told: Organisation | undefined): Promise<void> {
    await this.copy.keepBody(told);
    const body = told && (await this.directory.body(told.id));
    // The Agency is above all, and there is nothing above it that a scope could gain.
    if (!body || body.kind === 'agency') {
      return;
    }
    const scope = await this.directory.scopeOf(body);
    if (await this.isPlaced(body.id, scope)) {
      return;
    }
    const others = (await this.bodiesAround(body.id)).filter((id) => id !== body.id);
    const scopes = await this.directory.scopesOf(await this.directory.bodies(others));
    for (const [id, their] of scopes) {
      await this.place(id, their);
    }
    // Last: by its own things it is seen that all the others are done.
    await this.place(body.id, scope);
  }

  /** Renamed only, or told again. A body without things says nothing of the others. */
  private async isPlaced(organisationId: string, scope: readonly string[]): Promise<boolean> {
    const found = await Promise.all(this.models.map((model) => model.findOne({ organisationId }, { scope: 1 }).lean<Owned>()));
    const known = found.flatMap((each) => (each ? [each.scope.join(' ')] : []));
    return known.length > 0 && known.every((each) => each === scope.join(' '));
  }

  /** Bodies of whose things the scope names this one. */
  private async bodiesAround(id: string): Promise<string[]> {
    const named = { $match: { scope: { $in: [id, supervised(id)] } } };
    const found = await Promise.all(this.models.map((model) => model.aggregate<{ _id: string }>([named, { $group: { _id: '$organisationId' } }])));
    return [...new Set(found.flat().map(({ _id }) => _id))];
  }

  private async place(organisationId: string, scope: string[]): Promise<void> {
    for (const model of this.models) {
      // A change that was decided meanwhile is decided again.
      const version = model.schema.path('version') ? { $inc: { version: 1 } } : {};
      await model.updateMany({ organisationId }, { $set: { scope }, ...version });
    }
  }
}
