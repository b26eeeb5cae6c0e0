import 'reflect-metadata';
import { runService } from '@aigaq/cluster';
import { readConfig } from '@aigaq/service';
import { ConfigSchema } from './config.js';
import { TasksModule } from './tasks.module.js';

await runService({ name: 'tasks', module: TasksModule, config: readConfig(ConfigSchema, process.env) });
