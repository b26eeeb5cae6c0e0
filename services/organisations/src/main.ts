import { createService, DoorsModule, readConfig } from '@aigaq/service';
import { Module } from '@nestjs/common';
import { ConfigSchema, doorsOf } from './config.js';
import { OrganisationsModule } from './organisations.module.js';

const config = readConfig(ConfigSchema, process.env);

@Module({ imports: [DoorsModule.forRoot(doorsOf(config)), OrganisationsModule] })
class OrganisationsProcess {}

const app = await createService(OrganisationsProcess, { name: 'organisations', logLevel: config.LOG_LEVEL });
await app.listen(config.ORGANISATIONS_PORT, config.HOST);
