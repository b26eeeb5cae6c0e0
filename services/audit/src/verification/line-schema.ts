import { z } from 'zod';
import { PARTITIONS } from '../records/record.js';
import { EXPORT_FORMAT, type Line } from './lines.js';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const head = z.object({ number: z.int().min(0), hash });
const root = z.strictObject({ day, previousHash: hash, partitions: z.array(head.extend({ tree: hash }).strict()).length(PARTITIONS), hash });
const proof = z.object({ day, path: z.array(z.tuple([z.enum(['left', 'right']), hash])) });
// What else stands in a record is under its hash.
const record = z.looseObject({ partition: z.int().min(0), number: z.int().min(1), thingId: z.string(), previousHash: hash, hash });

/** The form of a line; whether it is true is another question. */
const LineSchema = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('header'), format: z.literal(EXPORT_FORMAT), complete: z.boolean(), before: root.nullable() }),
  z.object({ kind: z.literal('root'), root, stamp: z.string().nullable() }),
  z.object({ kind: z.literal('record'), record, proof: proof.nullish() }),
  z.object({ kind: z.literal('end'), records: z.int().min(0), heads: z.array(head).length(PARTITIONS).nullable() }),
]);

/** undefined: not a line of an export. */
export function readLine(text: string): Line | undefined {
  try {
    const read = LineSchema.safeParse(JSON.parse(text));
    return read.success ? (read.data as unknown as Line) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}
