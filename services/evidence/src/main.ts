import 'reflect-metadata';
import { clamdSettings, runService, storeDoor } from '@aigaq/cluster';
import { readConfig } from '@aigaq/service';
import { ConfigSchema } from './config.js';
import { EvidenceModule } from './evidence.module.js';
import { ReadingSettings } from './reading/reading-settings.js';

const config = readConfig(ConfigSchema, process.env);
const doors = [await storeDoor(config), { provide: ReadingSettings, useValue: new ReadingSettings({ clamd: clamdSettings(config) }) }];
await runService({ name: 'evidence', module: EvidenceModule, config, doors });
