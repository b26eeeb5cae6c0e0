// Aigaq as a person uses it, by HTTP with real tokens.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DEMONSTRATION_PASSWORD } from '../local/embedded.mjs';
import { loginByHttp } from '../story/login.mjs';

const PATIENCE_MILLISECONDS = 180_000;
const TOKEN_LIFE_MILLISECONDS = 200_000;

export class Aigaq {
  /** @type {Map<string, { token: string, until: number }>} */
  #tokens = new Map();

  /** @param {{ address: string, issuer: string }} shape */
  constructor({ address, issuer }) {
    this.address = address;
    this.issuer = issuer;
  }

  /** @param {string} username */
  async #token(username) {
    const known = this.#tokens.get(username);
    if (known && known.until > Date.now()) {
      return known.token;
    }
    const { accessToken } = await loginByHttp({
      issuer: this.issuer,
      clientId: 'aigaq-portal',
      redirectUri: `${this.address}/signed-in`,
      username,
      password: DEMONSTRATION_PASSWORD,
      // Publishing and accepting need a fresh login.
      acrValues: '2',
    });
    this.#tokens.set(username, { token: accessToken, until: Date.now() + TOKEN_LIFE_MILLISECONDS });
    return accessToken;
  }

  /** @param {string} method @param {string} username @param {string} path @param {object} [body] @returns {Promise<any>} */
  async #ask(method, username, path, body) {
    const headers = { authorization: `Bearer ${await this.#token(username)}`, ...(body ? { 'content-type': 'application/json' } : {}) };
    const response = await fetch(this.address + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${username} ${method} ${path}: ${response.status} ${text}`);
    }
    return text ? JSON.parse(text) : undefined;
  }

  /** @param {string} username @param {string} path */
  get(username, path) {
    return this.#ask('GET', username, path);
  }

  /** @param {string} username @param {string} path @param {object} [body] */
  post(username, path, body = {}) {
    return this.#ask('POST', username, path, body);
  }

  /** @template T @param {() => Promise<T>} check @returns {Promise<T>} the first answer that is not false or undefined */
  async until(check) {
    const end = Date.now() + PATIENCE_MILLISECONDS;
    for (;;) {
      const answer = await check();
      if (answer) {
        return answer;
      }
      if (Date.now() > end) {
        throw new Error('waited too long');
      }
      await pause(100);
    }
  }

  /** Imports the card, takes the proposed dates of this year, publishes and rolls out. */
  async rollOut() {
    await this.post('admin', '/api/tasks/editions/import', { edition: '2024' });
    await this.#ask('PUT', 'admin', '/api/tasks/editions/2024/dates', { year: new Date().getFullYear() });
    await this.post('admin', '/api/tasks/editions/2024/review');
    await this.post('admin2', '/api/tasks/editions/2024/publish');
    const began = performance.now();
    const { id } = await this.post('admin', '/api/tasks/editions/2024/rollouts', { dryRun: false });
    const rollout = await this.until(async () => {
      const view = await this.get('admin', `/api/tasks/rollouts/${id}`);
      return view.status === 'done' && view;
    });
    return { ...rollout, milliseconds: performance.now() - began };
  }

  /** Waits until the numbers of the country stand still. @param {string} district */
  async settle(district) {
    let last = -1;
    await this.until(async () => {
      const { total } = (await this.get('analyst', '/api/reports/overview/agency')).whole;
      const own = (await this.get('analyst', `/api/reports/overview/${district}`)).whole.total;
      const still = total === last && own > 0;
      last = total;
      await pause(1000);
      return still;
    });
  }

  /** The first assignment in the queue that wants an order or a plan: papers of the demonstration fit it. @param {string} username */
  async openAssignment(username) {
    const { items } = await this.get(username, '/api/tasks/assignments?view=queue&limit=100');
    return items.find((/** @type {{ secrecy: string }} */ { secrecy }) => secrecy === 'none').id;
  }

  /** Uploads straight to the store. @param {string} username @param {string} file @param {string} assignmentId @returns {Promise<string>} */
  async upload(username, file, assignmentId) {
    const bytes = await readFile(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const subject = { type: 'assignment', id: assignmentId };
    const request = { subject, fileName: basename(file), mediaType: 'application/pdf', size: bytes.length, sha256 };
    const { id, form } = await this.post(username, '/api/evidence/uploads', request);
    const body = new FormData();
    for (const [name, value] of Object.entries(form.fields)) {
      body.append(name, String(value));
    }
    body.append('file', new Blob([bytes], { type: 'application/pdf' }), basename(file));
    const stored = await fetch(new URL(form.url, this.address), { method: 'POST', body });
    if (!stored.ok) {
      throw new Error(`store: ${stored.status} ${await stored.text()}`);
    }
    return (await this.post(username, `/api/evidence/uploads/${id}/complete`)).id;
  }

  /** @param {string} username @param {string} evidenceId */
  verdict(username, evidenceId) {
    return this.until(async () => {
      const { state, check } = await this.get(username, `/api/evidence/documents/${evidenceId}`);
      return state !== 'waiting' && (check?.verdict ?? state);
    });
  }

  /** Hands in and passes on, so that the last step waits. @param {string} assignmentId @param {string} evidenceId */
  async handIn(assignmentId, evidenceId) {
    const submit = () => this.post('executor', `/api/tasks/assignments/${assignmentId}/submit`, { evidenceIds: [evidenceId] });
    // The verdict reaches the service of assignments a moment after it can be read.
    await this.until(() => submit().catch((error) => /evidence_un/.test(error.message) ? undefined : Promise.reject(error)));
    await this.post('coordinator', `/api/tasks/assignments/${assignmentId}/pass-on`);
  }
}
