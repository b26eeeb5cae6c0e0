import { EventTransport } from '@aigaq/events';
import { IdentityAccounts, TokenVerifier } from '@aigaq/identity';
import { Clock, SetClock } from '@aigaq/kernel';
import { createService, DatabaseSettings, type Door, DoorsModule } from '@aigaq/service';
import { Module, type Type } from '@nestjs/common';
import { getConnectionToken } from '@nestjs/mongoose';
import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import type { Connection } from 'mongoose';
import { RecordingAccounts } from './recording-accounts.js';
import { RecordingTransport } from './recording-transport.js';
import { TestService } from './test-service.js';
import { TestVerifier } from './tokens.js';

export interface ServiceUnderTest {
  /** Name of the service: its connection, its group and its health path. */
  name: string;
  /** Default: [name]. */
  databases?: readonly string[];
  /** The instant at which the clock stands; default: now. */
  now?: string;
  /** Further doors, or other ones. */
  doors?: readonly Door[];
}

/** As in production, only sooner: a test need not wait for what never comes. */
const RETRIES = { tries: 3, firstPauseMs: 20, longestPauseMs: 200, outagePatienceMs: 3_000 };

/** Starts a service module with real parts; `stop()` the answer. */
export async function startService(
  module: Type<unknown>,
  { name, databases = [name], now = new Date().toISOString(), doors = [] }: ServiceUnderTest,
): Promise<TestService> {
  const folder = await mkdtemp(join(tmpdir(), `aigaq-${name}-`));
  const clock = new SetClock(new Date(now));
  const transport = new RecordingTransport({ folder, retries: RETRIES });
  const uri = mongodbUri();
  const prefix = `aigaqtest_${randomBytes(4).toString('hex')}`;
  const given: Door[] = [
    { provide: DatabaseSettings, useValue: new DatabaseSettings(uri, prefix) },
    { provide: EventTransport, useValue: transport },
    { provide: Clock, useValue: clock },
    { provide: TokenVerifier, useValue: new TestVerifier() },
    { provide: IdentityAccounts, useValue: new RecordingAccounts() },
    ...doors,
  ];
  @Module({ imports: [DoorsModule.forRoot(given), module] })
  class UnderTest {}

  const app = await createService(UnderTest, { name, databases: [...databases], logLevel: 'silent' });
  const names = databases.map((database) => app.get<Connection>(getConnectionToken(database), { strict: false }).name);
  return new TestService(app, { clock, transport, databases: names, uri, folder });
}

function mongodbUri(): string {
  const uri = env['MONGODB_URI'];
  if (!uri) {
    throw new Error('MONGODB_URI is needed: node deploy/local/database/cli.mjs start <folder> <port> --test');
  }
  return uri;
}
