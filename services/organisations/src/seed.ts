import { createService, DoorsModule, readConfig } from '@aigaq/service';
import { Module } from '@nestjs/common';
import { ConfigSchema, doorsOf } from './config.js';
import { DemonstrationSeed, OrganisationsModule } from './organisations.module.js';

// Fills the register of a running cluster: same variables as main.ts. What it writes is told by the relay of either process.
const config = readConfig(ConfigSchema, process.env);

@Module({ imports: [DoorsModule.forRoot(doorsOf(config)), OrganisationsModule] })
class SeedProcess {}

const app = await createService(SeedProcess, { name: 'organisations', logLevel: 'warn' });
const { bodies, heads, memberships } = await app.get(DemonstrationSeed).run();
process.stdout.write(`Added: ${bodies} bodies, ${heads} heads, ${memberships} memberships.\n`);
await app.close();
