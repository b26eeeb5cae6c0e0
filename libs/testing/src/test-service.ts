import { decodeEvent, topicOf } from '@aigaq/contracts';
import type { StoredEvent } from '@aigaq/events';
import type { SetClock } from '@aigaq/kernel';
import type { DescMessage, MessageShape } from '@bufbuild/protobuf';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { rm } from 'node:fs/promises';
import { createConnection } from 'mongoose';
import type { RecordingTransport } from './recording-transport.js';
import { tokenFor, type TokenOptions } from './tokens.js';

export interface Answer {
  status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test says what it expects of the body
  body: any;
  headers: Record<string, string | string[] | number | undefined>;
}

/** One who asks the service over HTTP. */
export interface Asker {
  get(url: string): Promise<Answer>;
  post(url: string, payload?: object): Promise<Answer>;
  put(url: string, payload?: object): Promise<Answer>;
  delete(url: string): Promise<Answer>;
}

// Shorter than the patience of jest, so that what did not hold is what is reported.
const PATIENCE_MS = 20_000;
const PAUSE_MS = 25;

/** What a service under test stands on. */
interface Parts {
  clock: SetClock;
  transport: RecordingTransport;
  /** Their names on the server at `uri`. */
  databases: readonly string[];
  uri: string;
  folder: string;
}

/** A whole service under test; see README.md. */
export class TestService {
  readonly clock: SetClock;
  readonly transport: RecordingTransport;
  readonly databases: readonly string[];

  constructor(
    readonly app: NestFastifyApplication,
    private readonly parts: Parts,
  ) {
    this.clock = parts.clock;
    this.transport = parts.transport;
    this.databases = parts.databases;
  }

  /** `token` changes what the person's token says: `{ acr: '1' }` = not freshly logged in. */
  as(person: { id: string; name: string }, language = 'ru', token: TokenOptions = {}): Asker {
    return this.asker(async () => ({ authorization: `Bearer ${await tokenFor(person, token)}`, 'accept-language': language }));
  }

  anybody(language = 'ru'): Asker {
    return this.withHeaders({ 'accept-language': language });
  }

  /** With these very headers: for bad tokens. */
  withHeaders(headers: Record<string, string>): Asker {
    return this.asker(() => Promise.resolve(headers));
  }

  /** Hands facts to the listeners; throws when one was refused. */
  async tell(...facts: StoredEvent[]): Promise<void> {
    const before = (await this.transport.deadLetters().list()).length;
    for (const event of facts) {
      await this.transport.publish(topicOf(event.type), [event]);
    }
    const refused = (await this.transport.deadLetters().list()).slice(before);
    if (refused.length > 0) {
      throw new Error(`refused: ${refused.map((letter) => JSON.stringify(letter)).join('\n')}`);
    }
  }

  /** What went over the bus, the facts of `tell` included. */
  toldEvents(): StoredEvent[] {
    return [...this.transport.published];
  }

  /** Decoded payloads of one type, in the order told. */
  told<D extends DescMessage>(schema: D): MessageShape<D>[] {
    return this.toldEvents()
      .filter(({ type }) => type === schema.typeName)
      .map(({ type, payload }) => decodeEvent(type, payload) as MessageShape<D>);
  }

  /** Tries until the check holds: what comes by events takes a moment. */
  async eventually<T>(check: () => Promise<T> | T, patienceMs = PATIENCE_MS): Promise<T> {
    const end = Date.now() + patienceMs;
    for (;;) {
      try {
        return await check();
      } catch (error) {
        if (Date.now() > end) {
          throw error;
        }
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
  }

  /** Ends the service, then removes its databases: while it lives, it writes, and each would wait for the other. */
  async stop(): Promise<void> {
    await this.app.close();
    const connection = await createConnection(this.parts.uri).asPromise();
    for (const database of this.databases) {
      await connection.useDb(database).dropDatabase();
    }
    await connection.close();
    await rm(this.parts.folder, { recursive: true, force: true });
  }

  private asker(headers: () => Promise<Record<string, string>>): Asker {
    const ask = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object): Promise<Answer> => {
      const answer = await this.app.inject({ method, url, headers: await headers(), ...(payload ? { payload } : {}) });
      const isJson = /[/+]json/.test(String(answer.headers['content-type']));
      const body: unknown = isJson ? answer.json() : answer.body;
      return { status: answer.statusCode, body, headers: answer.headers };
    };
    return {
      get: (url) => ask('GET', url),
      post: (url, payload) => ask('POST', url, payload),
      put: (url, payload) => ask('PUT', url, payload),
      delete: (url) => ask('DELETE', url),
    };
  }
}
