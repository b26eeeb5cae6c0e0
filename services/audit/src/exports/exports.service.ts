import type { RecordsFilter } from '@aigaq/api';
import { type Actor, Clock } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { type AuditRecord, type ChainHead, PARTITIONS } from '../records/record.js';
import { idOf } from '../records/record-place.js';
import { RecordsRepository } from '../records/records.repository.js';
import { RecordsService } from '../records/records.service.js';
import { isWhole } from '../records/search.js';
import { type DayRoot, sealedHead } from '../roots/root.js';
import { dayRootOf, type SealedRoot } from '../roots/root.schema.js';
import { RootsRepository } from '../roots/roots.repository.js';
import { EXPORT_FORMAT, type HeaderLine, type Line } from '../verification/lines.js';
import { Proofs } from './proofs.js';

const PAGE = 500;
const ALL_CHAINS = Array.from({ length: PARTITIONS }, (_, partition) => partition);

/** Records in the form in which they can be verified by anybody, line by line. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly records: RecordsRepository,
    private readonly roots: RootsRepository,
    private readonly searching: RecordsService,
    private readonly clock: Clock,
  ) {}

  /** Everything of the days, or what a filter chose. */
  lines(actor: Actor, filter: RecordsFilter): AsyncGenerator<Line> {
    return isWhole(filter) ? this.whole(actor, filter) : this.selection(actor, filter);
  }

  /** For verification in place: all that lies in the collection, whether it belongs there or not. */
  async *everything(actor: Actor): AsyncGenerator<Line> {
    yield this.header(actor, {}, null, true);
    for await (const root of this.roots.between()) {
      yield rootLine(root);
    }
    let records = 0;
    for await (const record of this.records.all()) {
      records += 1;
      yield { kind: 'record', record };
    }
    yield { kind: 'end', records, heads: null };
  }

  private async *whole(actor: Actor, filter: RecordsFilter): AsyncGenerator<Line> {
    const { from, to } = filter;
    const earlier = from === undefined ? undefined : await this.roots.last(from);
    const before = earlier ? dayRootOf(earlier) : undefined;
    yield this.header(actor, filter, before ?? null, true);
    let last = before;
    for await (const root of this.roots.between(from, to)) {
      last = dayRootOf(root);
      yield rootLine(root);
    }
    const heads = await this.endOf(to, last);
    let records = 0;
    for (const partition of ALL_CHAINS) {
      const after = sealedHead(before, partition).number;
      for await (const record of this.records.stretch({ partition, after, to: heads[partition]?.number ?? 0 })) {
        records += 1;
        yield { kind: 'record', record };
      }
    }
    yield { kind: 'end', records, heads };
  }

  /** Where the chains stood at the end of the day; now, while that day is not sealed. */
  private async endOf(to: string | undefined, last: DayRoot | undefined): Promise<ChainHead[]> {
    const newest = await this.roots.last();
    const isOpen = to === undefined || newest === undefined || newest.id < to;
    return isOpen ? this.records.heads() : ALL_CHAINS.map((partition) => sealedHead(last, partition)).map(({ number, hash }) => ({ number, hash }));
  }

  private async *selection(actor: Actor, filter: RecordsFilter): AsyncGenerator<Line> {
    yield this.header(actor, filter, null, false);
    const roots: DayRoot[] = [];
    for await (const root of this.roots.between()) {
      roots.push(dayRootOf(root));
      yield rootLine(root);
    }
    const proofs = new Proofs(roots, (stretch) => this.hashesOf(stretch));
    let records = 0;
    for await (const record of this.chosen(filter)) {
      records += 1;
      yield { kind: 'record', record, proof: await proofs.of(record) };
    }
    yield { kind: 'end', records, heads: null };
  }

  private async *chosen(filter: RecordsFilter): AsyncGenerator<AuditRecord> {
    const search = await this.searching.search(filter);
    for (let before: string | undefined; ; ) {
      const page = await this.records.list(search, before, PAGE);
      yield* page;
      const last = page.at(-1);
      if (!last || page.length < PAGE) {
        return;
      }
      before = `${last.time}/${idOf(last)}`;
    }
  }

  private async hashesOf(stretch: { partition: number; after: number; to: number }): Promise<string[]> {
    const hashes: string[] = [];
    for await (const { hash } of this.records.hashes(stretch)) {
      hashes.push(hash);
    }
    return hashes;
  }

  private header({ id, name }: Actor, filter: RecordsFilter, before: DayRoot | null, complete: boolean): HeaderLine {
    const asked = Object.entries(filter).filter(([, value]) => value !== undefined);
    return {
      kind: 'header',
      format: EXPORT_FORMAT,
      complete,
      filter: Object.fromEntries(asked.map(([key, value]) => [key, String(value)])),
      before,
      exportedAt: this.clock.now().toISOString(),
      exportedBy: { id, name },
    };
  }
}

function rootLine(root: SealedRoot): Line {
  return { kind: 'root', root: dayRootOf(root), stamp: root.stamp };
}
