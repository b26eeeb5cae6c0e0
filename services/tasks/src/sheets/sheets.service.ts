import type { CardSheetQuery, CardSheetView } from '@aigaq/api';
import { MOST_UNPACKED_BYTES, readSheets, TableRefused, writeSheets } from '@aigaq/documents/tables';
import { authorise, under } from '@aigaq/identity';
import { type Actor, Clock } from '@aigaq/kernel';
import { Catalogue, type Language } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { EditionsRepository } from '../editions/editions.repository.js';
import { EditionsService } from '../editions/editions.service.js';
import { type Sheet, sheetsOf } from './card-sheets.js';
import { planSheetImport, type SheetPlan } from './sheet-import.js';
import type { SheetFault } from './sheet-rows.js';
import { sheetErrors } from './sheet.errors.js';

const MOST_FAULTS = 500;

/** A card as a spreadsheet, and a draft from one. */
@Injectable()
export class SheetsService {
  private readonly catalogue = Catalogue.read();

  constructor(
    private readonly editions: EditionsRepository,
    private readonly versions: EditionsService,
    private readonly clock: Clock,
  ) {}

  async export(actor: Actor, edition: string, version?: number): Promise<Buffer> {
    const shown = version ?? (await this.editions.shown(edition)).cardVersion;
    return writeSheets(sheetsOf(await this.versions.visible(actor, edition, shown)));
  }

  /** All or nothing; a dry run says what would change. */
  async import(actor: Actor, edition: string, { dryRun, revision }: CardSheetQuery, file: Buffer, language: Language): Promise<CardSheetView> {
    authorise(actor, 'card.manage');
    const draft = await this.editions.draft(edition);
    const sheets = await sheetsIn(file);
    let plan: SheetPlan = planSheetImport(draft, { revision, sheets }, actor, this.clock.now());
    if (!dryRun && plan.decision) {
      await this.editions.change(under(actor, 'card.manage'), draft.id, (state) => {
        plan = planSheetImport(state, { revision, sheets }, actor, this.clock.now());
        return plan.decision;
      });
    }
    const faults = plan.faults.slice(0, MOST_FAULTS).map((fault) => this.told(fault, language));
    return { dryRun, written: !dryRun && plan.decision !== undefined, faults, changes: plan.changes };
  }

  private told({ sheet, row, column, code, data }: SheetFault, language: Language): CardSheetView['faults'][number] {
    return { sheet, row, column, words: this.catalogue.find(language, `sheet.${code}`, { sheet, column, ...data }) ?? code };
  }
}

async function sheetsIn(file: Buffer): Promise<Sheet[]> {
  if (file.length === 0) {
    throw sheetErrors.empty();
  }
  return readSheets(file).catch((error: unknown) => {
    if (error instanceof TableRefused) {
      throw error.fault === 'bomb' ? sheetErrors.unpacks_too_large({ megabytes: MOST_UNPACKED_BYTES / (1024 * 1024) }) : sheetErrors.not_a_table();
    }
    throw error;
  });
}
