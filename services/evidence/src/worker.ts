import 'reflect-metadata';
import { runService, storeDoor } from '@aigaq/cluster';
import { installedTesseract } from '@aigaq/documents';
import { readConfig } from '@aigaq/service';
import { WorkerConfigSchema } from './config.js';
import { EvidenceWorkerModule } from './evidence-worker.module.js';
import { ReadingSettings } from './reading/reading-settings.js';

const config = readConfig(WorkerConfigSchema, process.env);
const reading = new ReadingSettings({
  tesseract: installedTesseract({ TESSERACT_PROGRAM: config.TESSERACT_PROGRAM, TESSDATA_FOLDER: config.TESSDATA_FOLDER }),
  timeoutSeconds: config.READING_TIMEOUT_SECONDS,
  trustFolders: config.TRUST_FOLDERS,
});
const doors = [await storeDoor(config), { provide: ReadingSettings, useValue: reading }];
await runService({ name: 'evidence-worker', module: EvidenceWorkerModule, config, doors, databases: ['evidence'] });
