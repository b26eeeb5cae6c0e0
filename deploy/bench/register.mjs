// `npm run bench -- register`: a country of 12,000 bodies in five levels as a file: dry run, import, the same again, export, and lists over it.
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventTransport, LocalTransport } from '@aigaq/events';
import { TokenVerifier } from '@aigaq/identity';
import { Clock, SystemClock } from '@aigaq/kernel';
import { DemonstrationSeed, OrganisationsModule } from '@aigaq/organisations-service';
import { loadPeople } from '@aigaq/reference';
import { createService, DatabaseSettings, DoorsModule } from '@aigaq/service';
import { getConnectionToken } from '@nestjs/mongoose';
import { controlDigit } from '../demo/bin.mjs';
import { startDatabase } from '../local/database/launcher.mjs';
import { percentile } from './percentile.mjs';

const PORT = 4690;
const COLUMNS = ['id', 'kind', 'legal_form', 'name_kk', 'name_ru', 'short_name_kk', 'short_name_ru', 'bin', 'parent_id', 'supervisor_ids', 'region_id', 'valid_from', 'valid_until', 'successor_ids'];
const SIZES = { regions: 20, districts: 300, managements: 3600, departments: 6080, companies: 2000 };
/** Those of the demonstration have higher serial numbers. */
const FIRST_SERIAL = 50_000;
const ROUNDS = 60;
const AT_ONCE = 4;

/** @typedef {Record<string, string>} Row */

/** @param {string} kind @param {string} id @param {string} kk @param {string} ru @param {Row} [rest] @returns {Row} */
const row = (kind, id, kk, ru, rest = {}) => ({ id, kind, name_kk: kk, name_ru: ru, valid_from: '2022-01-01', ...rest });

/** @param {number} at */
function binOf(at) {
  for (let serial = FIRST_SERIAL + at * 10; ; serial += 1) {
    const eleven = `150140${serial}`;
    const digit = controlDigit(eleven);
    if (digit !== null) {
      return `${eleven}${digit}`;
    }
  }
}

/** Agency, region, district, management, department; a tenth and more are entities with a BIN. @returns {Row[]} */
function country() {
  /** @param {number} count @param {(at: number) => Row} one */
  const many = (count, one) => Array.from({ length: count }, (_, at) => one(at));
  return [
    ...many(SIZES.regions, (at) => row('akimat-region', `reg-${at}`, `${at}-облыстың әкімдігі`, `Акимат ${at}-й области`, { parent_id: 'agency' })),
    ...many(SIZES.districts, (at) => row('akimat-district', `dis-${at}`, `${at}-ауданның әкімдігі`, `Акимат ${at}-го района`, { parent_id: `reg-${at % SIZES.regions}` })),
    ...many(SIZES.managements, (at) => row('management', `man-${at}`, `${at}-білім басқармасы`, `Управление образования № ${at}`, { parent_id: `dis-${at % SIZES.districts}` })),
    ...many(SIZES.departments, (at) => row('department', `dep-${at}`, `${at}-қаржы бөлімі`, `Отдел финансов № ${at}`, { parent_id: `man-${at % SIZES.managements}` })),
    ...many(SIZES.companies, (at) =>
      row('quasi-state', `com-${at}`, `«Қазына ${at}» ЖШС`, `ТОО «Казына ${at}»`, { legal_form: 'too', bin: binOf(at), supervisor_ids: `reg-${at % SIZES.regions}` }),
    ),
  ];
}

/** @param {Row[]} rows */
function csv(rows) {
  return [COLUMNS, ...rows.map((each) => COLUMNS.map((column) => each[column] ?? ''))].map((cells) => cells.map((cell) => `"${cell}"`).join(';')).join('\r\n');
}

class Anybody extends TokenVerifier {
  /** @param {string | undefined} bearer the id of the person */
  verify(bearer = '') {
    return Promise.resolve({ subject: bearer.replace('Bearer ', ''), username: '', name: 'Bench', expiresAt: new Date(Date.now() + 60_000) });
  }
}

/** @param {string} what @param {() => Promise<unknown>} work */
async function timed(what, work) {
  const began = performance.now();
  const answer = await work();
  console.log(`  ${what.padEnd(44)} ${((performance.now() - began) / 1000).toFixed(1)} s${typeof answer === 'string' ? `   ${answer}` : ''}`);
}

/** @param {string} who */
const asking = (who) => ({
  /** @param {string} path @param {RequestInit} [request] */
  async ask(path, request = {}) {
    const headers = { authorization: `Bearer ${who}`, 'content-type': 'application/octet-stream' };
    const response = await fetch(`http://127.0.0.1:${PORT}/api/organisations${path}`, { ...request, headers: request.body ? headers : { authorization: headers.authorization } });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!response.ok) {
      throw new Error(`${path}: ${response.status} ${bytes}`);
    }
    return bytes;
  },
});

/** @param {(path: string) => Promise<unknown>} ask */
async function lists(ask) {
  const searches = ['образования', 'қаржы', 'казына 117', '1501405', 'отдел финансов', 'акимат'].map((text) => `search=${encodeURIComponent(text)}`);
  const queries = ['', 'parentId=reg-3', 'parentId=none', 'kind=department', 'supervisorId=reg-3', ...searches];
  for (const query of queries) {
    /** @type {number[]} */
    const times = [];
    for (let round = 0; round < ROUNDS; round += AT_ONCE) {
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          const began = performance.now();
          await ask(`/bodies?${query}`);
          times.push(performance.now() - began);
        }),
      );
    }
    const shown = decodeURIComponent(query) || 'all';
    console.log(`  ${`list ${shown}`.padEnd(44)} p50 ${percentile(times, 0.5).toFixed(0)} ms   p95 ${percentile(times, 0.95).toFixed(0)} ms`);
  }
}

export async function benchRegister() {
  const folder = await mkdtemp(join(tmpdir(), 'aigaq-register-'));
  const database = process.env.MONGODB_URI ? undefined : await startDatabase({ dataFolder: join(folder, 'database'), port: PORT + 1, durable: true, log: () => undefined });
  const settings = new DatabaseSettings(process.env.MONGODB_URI ?? database?.uri ?? '', `aigaqbench_${randomBytes(3).toString('hex')}`);
  const doors = DoorsModule.forRoot([
    { provide: DatabaseSettings, useValue: settings },
    { provide: EventTransport, useValue: new LocalTransport({ folder }) },
    { provide: Clock, useValue: new SystemClock() },
    { provide: TokenVerifier, useValue: new Anybody() },
  ]);
  const app = await createService({ module: class Bench {}, imports: [doors, OrganisationsModule] }, { name: 'organisations', logLevel: 'warn' });
  try {
    await app.listen(PORT, '127.0.0.1');
    await app.get(DemonstrationSeed, { strict: false }).run();
    const admin = loadPeople().find(({ memberships }) => memberships.some(({ role }) => role === 'agency-admin'));
    const { ask } = asking(admin?.id ?? '');
    const file = csv(country());
    /** @param {boolean} dryRun */
    const send = async (dryRun) => JSON.stringify(JSON.parse((await ask(`/imports?dryRun=${dryRun}&fileName=country.csv`, { method: 'POST', body: file })).toString()).counts);
    console.log(`\nregister (${(file.length / 1e6).toFixed(1)} MB of CSV)`);
    await timed('dry run', () => send(true));
    await timed('import', () => send(false));
    await timed('the same file again', () => send(false));
    await timed('export as CSV', () => ask('/bodies/export?format=csv'));
    await timed('export as XLSX', () => ask('/bodies/export?format=xlsx'));
    await lists(ask);
  } finally {
    await app.get(getConnectionToken('organisations'), { strict: false }).dropDatabase();
    await app.close();
    await database?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
