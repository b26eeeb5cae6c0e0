import { join } from 'node:path';
import { HttpTimeStamper, TimeStamper } from '@aigaq/audit-service';
import { clamdSettings } from '@aigaq/cluster';
import { ReadingSettings } from '@aigaq/evidence-service';
import { EventTransport, LocalTransport } from '@aigaq/events';
import { KeycloakVerifier, TokenVerifier } from '@aigaq/identity';
import { Clock, SystemClock } from '@aigaq/kernel';
import { FileMailer, Mailer } from '@aigaq/mail';
import { DatabaseSettings, type Door } from '@aigaq/service';
import { FileStore, ObjectStore } from '@aigaq/storage';
import type { Config } from './config.js';
import { AUDIENCE, issuerOf } from './identity.js';

/** What stands behind the doors in the embedded shape: files and this very process. */
export async function embeddedDoors(config: Config): Promise<{ doors: Door[]; store: FileStore }> {
  const folder = (name: string): string => join(config.DATA_FOLDER, name);
  const store = new FileStore({ folder: folder('store'), publicUrl: '/store' });
  await store.start();
  const verifier = new KeycloakVerifier({
    issuer: issuerOf(config),
    keysUrl: `http://127.0.0.1:${config.PORT}/auth/realms/aigaq/protocol/openid-connect/certs`,
    audience: AUDIENCE,
  });
  const doors = [
    { provide: DatabaseSettings, useValue: new DatabaseSettings(config.MONGODB_URI, 'aigaq') },
    { provide: EventTransport, useValue: new LocalTransport({ folder: folder('events') }) },
    { provide: ObjectStore, useValue: store },
    { provide: TokenVerifier, useValue: verifier },
    {
      provide: ReadingSettings,
      useValue: new ReadingSettings({
        tesseract: { program: config.TESSERACT_PROGRAM, languageFolder: config.TESSDATA_FOLDER },
        timeoutSeconds: config.READING_TIMEOUT_SECONDS,
        clamd: clamdSettings(config),
        trustFolders: config.TRUST_FOLDERS,
      }),
    },
    { provide: Mailer, useValue: new FileMailer({ folder: folder('mail'), from: 'Айғақ <no-reply@aigaq.example>' }) },
    { provide: Clock, useValue: new SystemClock() },
    ...(config.AUDIT_TSA_URL === '' ? [] : [{ provide: TimeStamper, useValue: new HttpTimeStamper(config.AUDIT_TSA_URL) }]),
  ];
  return { doors, store };
}
