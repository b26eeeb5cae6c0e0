import 'reflect-metadata';
import { runService } from '@aigaq/cluster';
import { Mailer, mailerFor } from '@aigaq/mail';
import { readConfig } from '@aigaq/service';
import { ConfigSchema } from './config.js';
import { NotificationsModule } from './notifications.module.js';

const config = readConfig(ConfigSchema, process.env);
const mailer = mailerFor(config.MAIL_URL, config.MAIL_FROM);
await runService({ name: 'notifications', module: NotificationsModule, config, doors: [{ provide: Mailer, useValue: mailer }] });
