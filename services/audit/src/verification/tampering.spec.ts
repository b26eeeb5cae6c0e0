import fc from 'fast-check';
import { type AuditRecord, type ChainHead, EMPTY_CHAIN, follows, link, PARTITIONS, partitionOf, type RecordedFact } from '../records/record.js';
import { pathOf, treeOf } from '../roots/merkle.js';
import { type DayRoot, rootOf, sealedHead } from '../roots/root.js';
import { EXPORT_FORMAT, type Line } from './lines.js';
import { readLine } from './line-schema.js';
import type { Verdict } from './verdict.js';
import { verifyRecord } from './verify-record.js';

const THINGS = ['a', 'b', 'c', 'd', 'e'];
const factOf = (number: number, thingId: string): RecordedFact => ({
  eventId: `event ${number}`, time: `2026-05-2${number % 9}T04:00:00.000Z`, type: 'aigaq.tasks.v1.AssignmentSubmitted', thingId,
  organisationId: 'akimat-kostanay', actor: { id: 'p1', name: 'Айгүл' }, correlationId: 'c', payload: { number },
});

type Chains = AuditRecord[][];
const headOf = (chain: readonly AuditRecord[] | undefined): ChainHead => chain?.at(-1) ?? EMPTY_CHAIN;

function append(chains: Chains, number: number, thingId: string): void {
  const chain = (chains[partitionOf(thingId)] ??= []);
  chain.push(link(headOf(chain), factOf(number, thingId), new Date(0)));
}

function seal(chains: Chains, day: string, previous?: DayRoot): DayRoot {
  const seals = chains.map((chain, partition) => {
    const { number, hash } = headOf(chain);
    return { number, hash, tree: treeOf(chain.slice(sealedHead(previous, partition).number).map((record) => record.hash)) };
  });
  return rootOf(day, previous, seals);
}

interface Kept {
  chains: Chains;
  roots: DayRoot[];
}

/** Three sealed days, and the open one behind them. */
function keep(days: readonly (readonly string[])[]): Kept {
  const chains: Chains = Array.from({ length: PARTITIONS }, () => []);
  const roots: DayRoot[] = [];
  days.forEach((things, day) => {
    things.forEach((thingId, place) => append(chains, day * 100 + place, thingId));
    if (day < days.length - 1) {
      roots.push(seal(chains, `2026-05-2${day}`, roots.at(-1)));
    }
  });
  return { chains, roots };
}

function wholeExport({ chains, roots }: Kept): Line[] {
  const records = chains.flat();
  return [
    { kind: 'header', format: EXPORT_FORMAT, complete: true, filter: {}, before: null, exportedAt: '', exportedBy: { id: 'p', name: 'A' } },
    ...roots.map((root): Line => ({ kind: 'root', root, stamp: null })),
    ...records.map((record): Line => ({ kind: 'record', record })),
    { kind: 'end', records: records.length, heads: chains.map((chain) => ({ number: headOf(chain).number, hash: headOf(chain).hash })) },
  ];
}

const verify = (lines: readonly (Line | undefined)[], published?: readonly DayRoot[]): Promise<Verdict> =>
  // eslint-disable-next-line @typescript-eslint/require-await -- a stream of what is there
  verifyRecord((async function* () { yield* structuredClone(lines); })(), published ? { published: new Map(published.map(({ day, hash }) => [day, hash])) } : {});

/** Makes the whole chain good again from a place on, as one would who has the code and the database. */
function rehash(chain: AuditRecord[], from: number): AuditRecord[] {
  const made = chain.slice(0, from);
  for (const { partition: _p, number: _n, previousHash: _h, hash: _own, recordedAt, ...fact } of chain.slice(from)) {
    made.push(link(headOf(made), fact, new Date(recordedAt)));
  }
  return made;
}

const day = fc.array(fc.constantFrom(...THINGS), { minLength: 2, maxLength: 7 });
const record = fc.tuple(day, day, day, fc.array(fc.constantFrom(...THINGS), { maxLength: 4 })).map((days) => keep(days));
const RUNS = { numRuns: 150 };

/** What can be done to the records alone, at any place. */
const TAMPERINGS: Record<string, (kept: Kept, at: number, other: number) => Chains | undefined> = {
  'a changed record': ({ chains }, at) => edited(chains, at, (each) => ({ ...each, payload: { number: -1 } })),
  'a changed time': ({ chains }, at) => edited(chains, at, (each) => ({ ...each, time: '2020-01-01T00:00:00.000Z' })),
  'a changed record with a hash of its own': ({ chains }, at) =>
    edited(chains, at, (each, before) => link(before, { ...factOf(7, each.thingId), eventId: each.eventId }, new Date(1))),
  'a record taken out': ({ chains }, at) => replaced(chains, at, () => []),
  'a record put in': ({ chains }, at) => replaced(chains, at, (each, before) => [link(before, factOf(999, each.thingId), new Date(0)), each]),
  'a record told twice': ({ chains }, at) => replaced(chains, at, (each) => [each, each]),
  'two records that changed places': ({ chains }, at, other) => swapped(chains, at, other),
  'the end cut off': ({ chains, roots }, at) => cut(chains, roots, at),
  'a chain that was changed and made good again to its end': ({ chains }, at) => {
    const { partition, number } = chains.flat()[at]!;
    const changed = edited(chains, at, (each) => ({ ...each, payload: { number: -1 } }));
    return changed.with(partition, rehash(changed[partition]!, number - 1));
  },
};

function replaced(chains: Chains, at: number, change: (record: AuditRecord, before: ChainHead) => AuditRecord[]): Chains {
  const { partition, number } = chains.flat()[at]!;
  const chain = chains[partition]!;
  return chains.with(partition, [...chain.slice(0, number - 1), ...change(chain[number - 1]!, chain[number - 2] ?? EMPTY_CHAIN), ...chain.slice(number)]);
}

const edited = (chains: Chains, at: number, change: (record: AuditRecord, before: ChainHead) => AuditRecord): Chains =>
  replaced(chains, at, (each, before) => [change(each, before)]);

function swapped(chains: Chains, at: number, other: number): Chains | undefined {
  const [one, two] = [chains.flat()[at]!, chains.flat()[other]!];
  if (one === two) {
    return undefined;
  }
  return chains.map((chain) => chain.map((each) => (each === one ? two : each === two ? one : each)));
}

/** Of what is sealed; what is behind the last root is guarded by nothing but the end of the export. */
function cut(chains: Chains, roots: readonly DayRoot[], at: number): Chains | undefined {
  const { partition, number } = chains.flat()[at]!;
  return number > sealedHead(roots.at(-1), partition).number ? undefined : chains.with(partition, chains[partition]!.slice(0, number - 1));
}

describe('tampering with the record', () => {
  it('is not seen where there is none', async () => {
    await fc.assert(
      fc.asyncProperty(record, async (kept) => {
        const verdict = await verify(wholeExport(kept), kept.roots);
        expect(verdict).toMatchObject({ fault: null, records: kept.chains.flat().length, roots: { count: 3 } });
      }),
      RUNS,
    );
  });

  it.each(Object.entries(TAMPERINGS))('finds %s, and names a place that is not behind it', async (name, tamper) => {
    await fc.assert(
      fc.asyncProperty(record, fc.nat(), fc.nat(), async (kept, first, second) => {
        const { length } = kept.chains.flat();
        const [at, other] = [first % length, second % length];
        const touched = kept.chains.flat()[at]!;
        const chains = tamper(kept, at, other);
        fc.pre(chains !== undefined);
        const { fault } = await verify([...wholeExport({ ...kept, chains: chains }).slice(0, -1), wholeExport(kept).at(-1)!]);
        expect(fault).not.toBeNull();
        // What was sealed is guarded by its roots alone; behind them, only where the export ends guards the last record.
        const isOpen = touched.number > sealedHead(kept.roots.at(-1), touched.partition).number;
        expect(isOpen || (await verify(wholeExport({ ...kept, chains: chains }))).fault !== null).toBe(true);
        const isPlain = name !== 'two records that changed places' && !name.includes('made good') && name !== 'a record put in' && name !== 'a changed record with a hash of its own';
        if (isPlain) {
          const number = name === 'a record told twice' ? touched.number + 1 : touched.number;
          expect(fault).toMatchObject({ partition: touched.partition, number });
        }
      }),
      RUNS,
    );
  });

  it('finds a record that was made good together with all its roots, by the roots that were published', async () => {
    await fc.assert(
      fc.asyncProperty(record, fc.nat(), async (kept, first) => {
        const sealed = kept.chains.flatMap((chain, partition) => chain.filter(({ number }) => number <= sealedHead(kept.roots.at(-1), partition).number));
        const touched = sealed[first % sealed.length]!;
        const chain = kept.chains[touched.partition]!;
        const changed = chain.map((each) => (each === touched ? { ...each, payload: { number: -1 } } : each));
        const chains = kept.chains.with(touched.partition, rehash(changed, touched.number - 1));
        const roots: DayRoot[] = [];
        for (const { day: date, partitions } of kept.roots) {
          const asOf = chains.map((each, partition) => each.slice(0, partitions[partition]!.number));
          roots.push(seal(asOf, date, roots.at(-1)));
        }
        const forged = wholeExport({ chains, roots });
        expect((await verify(forged)).fault).toBeNull();
        expect((await verify(forged, kept.roots)).fault).toMatchObject({ reason: 'root_unpublished' });
      }),
      RUNS,
    );
  });

  it('finds changed, missing and swapped roots', async () => {
    const kept = keep([['a', 'b'], ['c'], ['d'], []]);
    const [one, two, three] = kept.roots as [DayRoot, DayRoot, DayRoot];
    const faults = await Promise.all(
      [[one, { ...two, day: '2026-05-29' }, three], [one, three], [two, three], [one, three, two], [{ ...one, hash: two.hash }, two, three]].map(
        async (roots) => (await verify(wholeExport({ ...kept, roots }))).fault?.reason,
      ),
    );
    expect(faults).toEqual(['root', 'root', 'root', 'root', 'root']);
    const shortened = await verify(wholeExport({ ...kept, roots: [one, two] }), kept.roots);
    expect(shortened.fault).toBeNull();
  });

  it('finds any changed letter in a file', async () => {
    const text = wholeExport(keep([['a', 'b', 'c'], ['a'], ['b'], ['c']])).slice(1).map((line) => JSON.stringify(line)).join('\n');
    const header = wholeExport(keep([[], []]))[0]!;
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.constantFrom('0', 'x', '"', '}', '7'), async (at, letter) => {
        fc.pre(text[at] !== letter && text[at] !== '\n');
        const lines = `${text.slice(0, at)}${letter}${text.slice(at + 1)}`.split('\n').map(readLine);
        // A stamp that nobody has is no stamp.
        fc.pre(!lines.some((line) => line?.kind === 'root' && line.stamp !== null));
        expect((await verify([header, ...lines])).fault).not.toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  it('finds a file that was cut or put together', async () => {
    const lines = wholeExport(keep([['a', 'b', 'c'], ['a'], []]));
    const cases = [lines.slice(1), lines.slice(0, -1), lines.slice(0, 3), [...lines, lines[2]!], [], [...lines.slice(0, 2), lines[3]!, lines[2]!, ...lines.slice(4)]];
    expect(await Promise.all(cases.map(async (each) => (await verify(each)).fault === null))).toEqual(cases.map(() => false));
  });
});

describe('a selection', () => {
  const kept = keep([['a', 'b', 'c', 'a', 'b'], ['a', 'c', 'd'], ['a'], ['a', 'e']]);
  const header: Line = { kind: 'header', format: EXPORT_FORMAT, complete: false, filter: { person: 'Айгүл' }, before: null, exportedAt: '', exportedBy: { id: 'p', name: 'A' } };
  const proofOf = ({ partition, number }: AuditRecord) => {
    const place = kept.roots.findIndex((root) => sealedHead(root, partition).number >= number);
    const root = kept.roots[place];
    const after = sealedHead(kept.roots[place - 1], partition).number;
    const leaves = root ? kept.chains[partition]!.slice(after, sealedHead(root, partition).number).map(({ hash }) => hash) : [];
    return root ? { day: root.day, path: pathOf(leaves, number - after - 1) } : null;
  };
  const select = (records: AuditRecord[]): Line[] => [
    header,
    ...kept.roots.map((root): Line => ({ kind: 'root', root, stamp: null })),
    ...records.map((each): Line => ({ kind: 'record', record: each, proof: proofOf(each) })),
    { kind: 'end', records: records.length, heads: null },
  ];
  const all = kept.chains.flat().reverse();

  it('is proved record by record, whichever were chosen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(all), async (chosen) => {
        expect(await verify(select(chosen), kept.roots)).toMatchObject({ fault: null, complete: false, records: chosen.length });
      }),
      RUNS,
    );
  });

  it('shows a changed, foreign, doubled or wrongly proved record', async () => {
    const sealed = all.filter((each) => proofOf(each) !== null);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...sealed), fc.constantFrom(...sealed), async (one, other) => {
        const lines = select([one]);
        const at = lines.length - 2;
        const forged = link(kept.chains[one.partition]![one.number - 2] ?? EMPTY_CHAIN, factOf(5, one.thingId), new Date(0));
        expect(follows(kept.chains[one.partition]![one.number - 2] ?? EMPTY_CHAIN, forged)).toBe(true);
        const cases: Line[] = [
          { kind: 'record', record: { ...one, reason: 'другая' }, proof: proofOf(one) },
          { kind: 'record', record: forged, proof: proofOf(one) },
          { kind: 'record', record: one, proof: null },
          ...(proofOf(one)?.day === proofOf(other)?.day ? [] : [{ kind: 'record' as const, record: one, proof: proofOf(other) }]),
        ];
        for (const line of cases) {
          expect((await verify(lines.with(at, line))).fault).toMatchObject({ partition: one.partition, number: one.number });
        }
        expect((await verify([...lines.slice(0, -1), lines[at]!, { kind: 'end', records: 2, heads: null }])).fault).toMatchObject({ reason: 'record' });
      }),
      RUNS,
    );
  });
});
