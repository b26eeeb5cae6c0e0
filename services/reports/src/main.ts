import 'reflect-metadata';
import { runService } from '@aigaq/cluster';
import { readConfig } from '@aigaq/service';
import { ConfigSchema } from './config.js';
import { ReportsModule } from './reports.module.js';

await runService({ name: 'reports', module: ReportsModule, config: readConfig(ConfigSchema, process.env) });
