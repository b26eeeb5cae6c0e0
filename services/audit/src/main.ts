import 'reflect-metadata';
import { runService } from '@aigaq/cluster';
import { readConfig } from '@aigaq/service';
import { ConfigSchema } from './config.js';
import { AuditModule } from './audit.module.js';

await runService({ name: 'audit', module: AuditModule, config: readConfig(ConfigSchema, process.env) });
