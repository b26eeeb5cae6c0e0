import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { ImportQuery, RegisterImportView } from '@aigaq/api';
import { dayOf } from '@aigaq/calendar';
import { authorise } from '@aigaq/identity';
import { type Actor, Clock, sortableId } from '@aigaq/kernel';
import { Catalogue, type Language, Rounds } from '@aigaq/service';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { BodiesRepository } from '../bodies/bodies.repository.js';
import { RegisterTurn } from '../bodies/register-turn.repository.js';
import { acceptImport, type RegisterImport } from './import.js';
import { type ImportPlan, planImport } from './import-plan.js';
import { importView, type Words } from './import.view.js';
import { ImportsRepository } from './imports.repository.js';
import { type RegisterRow, rowsOf } from './register-row.js';
import { TableFiles } from './table-files.service.js';

const LOOK_MS = 2_000;

/**
 * Bodies from a file. What is accepted is stored in one write before the first body, with the fact about it, and carried out from
 * there: a process that falls in the middle leaves an import that the next round finishes.
 */
@Injectable()
export class ImportsService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(ImportsService.name);
  private readonly rounds = new Rounds(() => this.round(), LOOK_MS);
  private readonly catalogue = Catalogue.read();

  constructor(
    private readonly imports: ImportsRepository,
    private readonly bodies: BodiesRepository,
    private readonly turn: RegisterTurn,
    private readonly files: TableFiles,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.begin();
    this.rounds.look();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.end();
  }

  async import(actor: Actor, { dryRun, fileName }: ImportQuery, file: Buffer, language: Language): Promise<RegisterImportView> {
    authorise(actor, 'body.manage');
    const rows = rowsOf(await this.files.read(file));
    const sha256 = createHash('sha256').update(file).digest('hex');
    const plan = dryRun ? await this.plan(rows, this.today(), fileName) : await this.carryOut(actor, rows, { fileName, sha256 });
    return importView(plan, dryRun, this.words(language));
  }

  private carryOut(actor: Actor, rows: readonly RegisterRow[], file: { fileName: string; sha256: string }): Promise<ImportPlan> {
    return this.turn.during(async () => {
      await this.finishAccepted();
      const day = this.today();
      const plan = await this.plan(rows, day, file.fileName);
      if (!plan.isRefused && plan.created.length + plan.changed.length > 0) {
        const accepted = { ...file, id: sortableId(this.clock.now()), day, rows: pack(rows) };
        await this.write(await this.imports.accept(actor, acceptImport(accepted, actor, plan)), plan);
      }
      return plan;
    });
  }

  /** What an earlier process left: with all rows that it wrote taken for unchanged. */
  private async finishAccepted(): Promise<void> {
    for (let accepted = await this.imports.unfinished(); accepted; accepted = await this.imports.unfinished()) {
      await this.write(accepted, await this.plan(unpack(accepted.rows), accepted.day, accepted.fileName));
    }
  }

  private async write({ id, importedBy }: RegisterImport, { created, changed }: ImportPlan): Promise<void> {
    const actor: Actor = { ...importedBy, memberships: [] };
    const giving = changed.filter(({ state, decision }) => state.livingBin !== undefined && state.livingBin !== decision.next.livingBin);
    await this.bodies.freeBins(giving.map(({ state }) => state.id));
    await this.bodies.changeAll(actor, changed);
    await this.bodies.enterAll(actor, created);
    await this.imports.finish(id);
  }

  private async plan(rows: readonly RegisterRow[], day: string, fileName: string): Promise<ImportPlan> {
    return planImport(rows, await this.bodies.all(), day, fileName);
  }

  private async round(): Promise<void> {
    try {
      if (await this.imports.isUnfinished()) {
        await this.turn.during(() => this.finishAccepted());
      }
    } catch (error) {
      this.log.warn(`an import is finished later: ${String(error)}`);
    }
  }

  private words(language: Language): Words {
    return { language, text: (code, data) => this.catalogue.find(language, code, data) ?? code };
  }

  private today(): string {
    return dayOf(this.clock.now());
  }
}

function pack(rows: readonly RegisterRow[]): string {
  return gzipSync(JSON.stringify(rows)).toString('base64');
}

function unpack(rows: string): RegisterRow[] {
  return JSON.parse(gunzipSync(Buffer.from(rows, 'base64')).toString('utf8')) as RegisterRow[];
}
