import type { ImportedRow, ImportOutcome, RegisterImportView } from '@aigaq/api';
import type { ErrorData } from '@aigaq/kernel';
import type { ImportPlan, PlannedRow } from './import-plan.js';

/** A text of the catalogue in the language that was asked for. */
export interface Words {
  language: 'kk' | 'ru';
  text: (code: string, data?: ErrorData) => string;
}

const MOST_SHOWN = 1000;
const OUTCOMES: readonly ImportOutcome[] = ['refused', 'created', 'changed', 'closed', 'unchanged'];

export function importView(plan: ImportPlan, dryRun: boolean, words: Words): RegisterImportView {
  const count = (outcome: ImportOutcome): number => plan.rows.filter((row) => row.outcome === outcome).length;
  const shown = plan.rows.filter(({ outcome }) => outcome !== 'unchanged');
  const refusedFirst = [...shown].sort((a, b) => Number(b.outcome === 'refused') - Number(a.outcome === 'refused') || a.number - b.number);
  return {
    dryRun,
    written: !dryRun && !plan.isRefused,
    counts: Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(outcome)])) as RegisterImportView['counts'],
    rows: refusedFirst.slice(0, MOST_SHOWN).map((row) => rowView(row, words)),
  };
}

function rowView(row: PlannedRow, words: Words): ImportedRow {
  const { number, id, name, outcome } = row;
  return { number, id, name: name[words.language], outcome, words: wordsOf(row, words) };
}

function wordsOf({ outcome, changes, refusals, until }: PlannedRow, { text }: Words): string[] {
  if (outcome === 'refused') {
    return refusals.map(({ code, data }) => text(code, data));
  }
  if (outcome === 'created') {
    return [text('register_import.created')];
  }
  const fields = changes.map(({ column, from, to }) =>
    text('register_import.field', { field: text(`register_import.${column}`), from: from || '—', to: to || '—' }),
  );
  return outcome === 'closed' ? [text('register_import.closed', { until }), ...fields] : fields;
}
