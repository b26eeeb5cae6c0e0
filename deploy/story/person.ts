import { createHash } from 'node:crypto';
import { EvidenceView, type Problem, type Subject, UploadView } from '@aigaq/api';
import { z } from 'zod';
import { loginByHttp, refreshByHttp, type Tokens } from './login.mjs';
import { ask, persistently, Unanswered, until } from './persistence.js';
import type { Paper } from './papers.js';

/** A running Aigaq. */
export interface System {
  address: string;
  issuer: string;
}

export const CLIENT = 'aigaq-portal';
export const PASSWORD = 'Aigaq-demo-2026';
const RENEW_BEFORE_SECONDS = 60;
const READING_MILLISECONDS = 180_000;

interface Call {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  body?: unknown;
}

/** A refusal in the form in which every service gives it. */
export class Refused extends Error {
  constructor(
    readonly call: Call,
    readonly problem: Problem,
    readonly attempts: number,
  ) {
    super(`${call.method} ${call.path} was refused: ${JSON.stringify(problem)}`);
  }
}

export interface ReadPaper {
  evidence: EvidenceView;
  /** From the first byte sent to the verdict seen. */
  milliseconds: number;
}

/** Somebody signed in, with the verbs of the portal. Each goes on when a server is away for a while. */
export class Person {
  private tokens: (Tokens & { until: number }) | undefined;
  /** How often the password had to be given again for an act of weight. */
  freshLogins = 0;

  constructor(
    readonly system: System,
    readonly username: string,
    readonly locale: 'kk' | 'ru' = 'ru',
    private readonly clientId = CLIENT,
  ) {}

  get<T extends z.ZodType>(path: string, view: T): Promise<z.infer<T>> {
    return this.call({ method: 'GET', path }, view);
  }

  put<T extends z.ZodType>(path: string, body: object, view: T): Promise<z.infer<T>> {
    return this.call({ method: 'PUT', path, body }, view);
  }

  /**
   * Does something once. When it had to be asked for again and is then refused, `wasDone` finds out whether the first request had been
   * taken before its answer was lost; then all is well.
   */
  async act<T extends z.ZodType>(path: string, body: object, view: T, wasDone?: () => Promise<z.infer<T> | undefined>): Promise<z.infer<T>> {
    try {
      return await this.call({ method: 'POST', path, body }, view);
    } catch (error) {
      const done = error instanceof Refused && error.attempts > 1 ? await wasDone?.() : undefined;
      if (done === undefined) {
        throw error;
      }
      return done;
    }
  }

  /** The refusal that is expected; fails when the request is taken. */
  async refusalOf(call: Call): Promise<Problem> {
    try {
      await this.call(call, z.unknown());
    } catch (error) {
      if (error instanceof Refused) {
        return error.problem;
      }
      throw error;
    }
    throw new Error(`${call.method} ${call.path} as ${this.username} should have been refused`);
  }

  async bytes(path: string): Promise<{ type: string; bytes: Buffer }> {
    const { response } = await ask(this.url(path), async () => ({ headers: await this.headers() }));
    if (!response.ok) {
      throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    }
    return { type: response.headers.get('content-type') ?? '', bytes: Buffer.from(await response.arrayBuffer()) };
  }

  /** Announces a file, posts it straight to the store with the signed form, and has it taken in. The machine reads it after that. */
  async store(subject: Subject, { name, type, bytes }: Paper): Promise<EvidenceView> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const announced = { subject, fileName: name, mediaType: type, size: bytes.length, sha256 };
    const { id, form } = await this.act('/api/evidence/uploads', announced, UploadView);
    await this.post(form, { name, type, bytes });
    const evidence = await this.act(`/api/evidence/uploads/${id}/complete`, {}, EvidenceView);
    expect([evidence.sha256, evidence.size, evidence.subject]).toEqual([sha256, bytes.length, subject]);
    return evidence;
  }

  /** Waits until the machine has read it. */
  read(evidenceId: string): Promise<EvidenceView> {
    const path = `/api/evidence/documents/${evidenceId}`;
    return until(() => this.get(path, EvidenceView), ({ state }) => state !== 'waiting', READING_MILLISECONDS);
  }

  async upload(subject: Subject, paper: Paper): Promise<ReadPaper> {
    const began = Date.now();
    const { id } = await this.store(subject, paper);
    return { evidence: await this.read(id), milliseconds: Date.now() - began };
  }

  /** Posts a file to the store; a form that is already spent has done its work. */
  async post({ url, fields }: UploadView['form'], { name, type, bytes }: Paper): Promise<void> {
    const { response, attempts } = await ask(new URL(url, this.system.address), () => {
      const body = new FormData();
      Object.entries(fields).forEach(([field, value]) => body.append(field, value));
      body.append('file', new Blob([new Uint8Array(bytes)], { type }), name);
      return { method: 'POST', body };
    });
    const answer = await response.text();
    if (!response.ok && !(attempts > 1 && response.status === 409)) {
      throw new Error(`the store refused ${name}: ${response.status} ${answer}`);
    }
  }

  async token(): Promise<string> {
    if (!this.tokens || this.tokens.until < Date.now()) {
      this.keep(await persistently(() => this.refreshOrLogin().catch(asUnanswered)));
    }
    return this.tokens?.accessToken ?? '';
  }

  private async refreshOrLogin(): Promise<Tokens> {
    const kept = this.tokens && { issuer: this.system.issuer, clientId: this.clientId, refreshToken: this.tokens.refreshToken };
    return (kept && (await refreshByHttp(kept).catch(() => undefined))) ?? this.login();
  }

  private login(acrValues?: '2'): Promise<Tokens> {
    const { issuer, address } = this.system;
    const request = { issuer, clientId: this.clientId, username: this.username, password: PASSWORD, locale: this.locale };
    return loginByHttp({ ...request, redirectUri: `${address}/signed-in`, ...(acrValues && { acrValues }) });
  }

  private async loginAfresh(): Promise<void> {
    this.freshLogins += 1;
    this.keep(await persistently(() => this.login('2').catch(asUnanswered)));
  }

  private keep(tokens: Tokens): void {
    this.tokens = { ...tokens, until: Date.now() + (tokens.expiresIn - RENEW_BEFORE_SECONDS) * 1_000 };
  }

  /** As the portal does: what needs a fresh login is asked for again after one. */
  private async call<T extends z.ZodType>(call: Call, view: T, isFresh = false): Promise<z.infer<T>> {
    const { method, path, body } = call;
    const { response, attempts } = await ask(this.url(path), async () => ({
      method,
      headers: { ...(await this.headers()), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }));
    const text = await response.text();
    if (response.ok) {
      return view.parse(text === '' ? undefined : JSON.parse(text));
    }
    expect({ path, type: response.headers.get('content-type')?.split(';')[0], text }).toMatchObject({ type: 'application/problem+json' });
    const problem = JSON.parse(text) as Problem;
    if (problem.code === 'token.step_up_needed' && !isFresh) {
      await this.loginAfresh();
      return this.call(call, view, true);
    }
    throw new Refused(call, problem, attempts);
  }

  private async headers(): Promise<Record<string, string>> {
    return { authorization: `Bearer ${await this.token()}`, 'accept-language': this.locale };
  }

  private url(path: string): URL {
    return new URL(path, this.system.address);
  }
}

/** Signing in is several requests; one that nobody answers, or a proxy does, means beginning again. */
function asUnanswered(error: unknown): never {
  const said = error instanceof Error ? error.message : String(error);
  throw /fetch failed|\(50[234]\)|not valid JSON/.test(said) ? new Unanswered(said) : error;
}
