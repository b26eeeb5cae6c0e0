// `npm run reconcile-accounts [-- --repair]`: compares the accounts with Keycloak. Exit code 1 while something differs.
import { accountsDoor, accountsVariables } from '@aigaq/cluster';
import type { IdentityAccounts } from '@aigaq/identity';
import { readConfig } from '@aigaq/service';
import mongoose from 'mongoose';
import { z } from 'zod';
import { AccountSchema } from './accounts/account.schema.js';
import { AccountStatesRepository } from './accounts/account-states.repository.js';
import { Reconciliation } from './accounts/reconciliation.service.js';

const ConfigSchema = z.object({ ...accountsVariables, MONGODB_URI: z.string() });

const config = readConfig(ConfigSchema, process.env);
const repair = process.argv.includes('--repair');
const connection = await mongoose
  .createConnection(config.MONGODB_URI, { dbName: 'aigaq_organisations', autoIndex: false, serverSelectionTimeoutMS: 3000 })
  .asPromise()
  .catch(() => {
    process.stderr.write('The database of the organisations does not answer: name it in MONGODB_URI.\n');
    process.exit(1);
  });
const accounts = new AccountStatesRepository(connection.model('Account', AccountSchema as never));
let left = 0;
let repaired = 0;
try {
  for await (const { words, isRepaired } of new Reconciliation(accounts, accountsDoor(config).useValue as IdentityAccounts).run({ repair })) {
    process.stdout.write(`${isRepaired ? 'repaired: ' : ''}${words}\n`);
    left += isRepaired ? 0 : 1;
    repaired += isRepaired ? 1 : 0;
  }
} catch (error) {
  process.stderr.write(`The comparison stopped: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
await connection.close();
process.stdout.write(`${left} left as they are, ${repaired} repaired.\n`);
process.exit(left === 0 ? 0 : 1);
