import 'reflect-metadata';
import { accountsDoor, runService } from '@aigaq/cluster';
import { readConfig } from '@aigaq/service';
import { ConfigSchema } from './config.js';
import { DemonstrationSeed } from './demonstration/demonstration.service.js';
import { OrganisationsModule } from './organisations.module.js';

const config = readConfig(ConfigSchema, process.env);
const app = await runService({ name: 'organisations', module: OrganisationsModule, config, doors: [accountsDoor(config)] });
if (config.SEED_DEMONSTRATION) {
  await app.get(DemonstrationSeed, { strict: false }).run();
}
