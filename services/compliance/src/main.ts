import 'reflect-metadata';
import { runService } from '@aigaq/cluster';
import { readConfig } from '@aigaq/service';
import { ConfigSchema } from './config.js';
import { ComplianceModule } from './compliance.module.js';

await runService({ name: 'compliance', module: ComplianceModule, config: readConfig(ConfigSchema, process.env) });
