import 'reflect-metadata';
import { runService, storeDoor } from '@aigaq/cluster';
import { readConfig } from '@aigaq/service';
import { AuditModule, HttpTimeStamper, TimeStamper } from './audit.module.js';
import { ConfigSchema } from './config.js';

const config = readConfig(ConfigSchema, process.env);
const stamper = config.AUDIT_TSA_URL === '' ? [] : [{ provide: TimeStamper, useValue: new HttpTimeStamper(config.AUDIT_TSA_URL) }];
await runService({ name: 'audit', module: AuditModule, config, doors: [await storeDoor(config), ...stamper] });
