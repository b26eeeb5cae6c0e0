// `npm run verify-audit -- [export file] [--roots folder] [--trust folder]`: verifies an export without any server, or, without a file,
// the record in the database. Exit code 1 when something does not fit.
import { parseArgs } from 'node:util';
import { SYSTEM, SystemClock } from '@aigaq/kernel';
import { readConfig } from '@aigaq/service';
import mongoose from 'mongoose';
import { z } from 'zod';
import { ExportsService } from './exports/exports.service.js';
import type { StoredRecord } from './records/record-place.js';
import { AUDIT_RECORD, auditRecordSchema } from './records/record.schema.js';
import { RecordsRepository } from './records/records.repository.js';
import { AUDIT_ROOT, auditRootSchema } from './roots/root.schema.js';
import { RootsRepository } from './roots/roots.repository.js';
import { linesOf, publishedRoots, stampsBy } from './verification/read-export.js';
import type { OwnEvidence } from './verification/root-chain.js';
import type { Verdict } from './verification/verdict.js';
import { sayVerdict } from './verification/say-verdict.js';
import { verifyRecord } from './verification/verify-record.js';

/** By default the database of `npm start` while it runs. */
const ConfigSchema = z.object({ MONGODB_URI: z.string().default('mongodb://127.0.0.1:4201/?retryWrites=false') });

async function verifyDatabase(own: OwnEvidence): Promise<Verdict> {
  const { MONGODB_URI } = readConfig(ConfigSchema, process.env);
  const connection = await mongoose
    .createConnection(MONGODB_URI, { dbName: 'aigaq_audit', autoIndex: false, serverSelectionTimeoutMS: 3000 })
    .asPromise()
    .catch(() => {
      process.stderr.write('The database of the record does not answer: start Aigaq first, or name the database in MONGODB_URI.\n');
      process.exit(1);
    });
  const records = new RecordsRepository(connection.model<StoredRecord>(AUDIT_RECORD, auditRecordSchema as never));
  // Nothing is written here, so nothing is told either.
  const roots = new RootsRepository(connection.model(AUDIT_ROOT, auditRootSchema) as never, { register: () => undefined } as never);
  const verdict = await verifyRecord(new ExportsService(records, roots, undefined as never, new SystemClock()).everything(SYSTEM), own);
  await connection.close();
  return verdict;
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { roots: { type: 'string' }, trust: { type: 'string' } } });
try {
  const own: OwnEvidence = {
    ...(values.roots !== undefined && { published: publishedRoots(values.roots) }),
    ...(values.trust !== undefined && { provesStamp: stampsBy(values.trust) }),
  };
  const [file] = positionals;
  const verdict = file === undefined ? await verifyDatabase(own) : await verifyRecord(linesOf(file), own);
  process.stdout.write(`${sayVerdict(verdict)}\n`);
  process.exitCode = verdict.fault === null ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
