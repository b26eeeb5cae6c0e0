// `npm run verify-audit`: recomputes the whole chain, reading the database directly. Exit code 1 when it is broken.
import { readConfig } from '@aigaq/service';
import mongoose from 'mongoose';
import { z } from 'zod';
import { AUDIT_RECORD, auditRecordSchema } from './records/record.schema.js';
import { RecordsRepository, type StoredRecord } from './records/records.repository.js';
import { verifyChain } from './records/record.js';

/** By default the database of `npm start` while it runs. */
const ConfigSchema = z.object({ MONGODB_URI: z.string().default('mongodb://127.0.0.1:4201/?retryWrites=false') });

const { MONGODB_URI } = readConfig(ConfigSchema, process.env);
const connection = await mongoose
  .createConnection(MONGODB_URI, { dbName: 'aigaq_audit', autoIndex: false, serverSelectionTimeoutMS: 3000 })
  .asPromise()
  .catch(() => {
    process.stderr.write('The database of the record does not answer: start Aigaq first, or name the database in MONGODB_URI.\n');
    process.exit(1);
  });
const records = new RecordsRepository(connection.model<StoredRecord>(AUDIT_RECORD, auditRecordSchema as never));
const { ok, records: count, head, brokenAt } = await verifyChain(records.all());
await connection.close();
process.stdout.write(ok ? `The chain is whole: ${count} records, head ${head}\n` : `The chain is broken at record ${brokenAt}; ${count} records before it are whole\n`);
process.exit(ok ? 0 : 1);
