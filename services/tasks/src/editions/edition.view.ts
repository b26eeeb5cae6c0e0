import type { EditionRow, EditionView, ImportReport, SubtaskView } from '@aigaq/api';
import { type CardSubtask, subtasksOf } from '@aigaq/reference';
import type { Edition } from './edition.js';
import { isEventPeriod } from './periods.js';

export function countsOf({ card }: Edition): EditionRow['counts'] {
  const tasks = card.projects.flatMap((project) => project.tasks);
  return { projects: card.projects.length, tasks: tasks.length, subtasks: subtasksOf(card).length };
}

/** @param inForce is it the last published version of its edition? */
export function editionRow(edition: Edition, inForce: boolean): EditionRow {
  const { cardVersion, status, importedAt, publishedAt, changedBy, sentBy, approvedBy, sentBack } = edition;
  return {
    edition: edition.edition,
    version: cardVersion,
    status,
    importedAt: importedAt.toISOString(),
    publishedAt: publishedAt?.toISOString() ?? null,
    counts: countsOf(edition),
    inForce,
    changedBy,
    sentBy,
    approvedBy,
    sentBack: sentBack && { ...sentBack, at: sentBack.at.toISOString() },
  };
}

/** The rows of all versions, newest first: of each edition the first published one is in force. */
export function editionRows(versions: readonly Edition[]): EditionRow[] {
  const inForce = new Set<string>();
  return versions.map((version) => {
    const isIt = version.status === 'published' && !inForce.has(version.edition);
    if (isIt) {
      inForce.add(version.edition);
    }
    return editionRow(version, isIt);
  });
}

function subtaskView(edition: Edition, subtask: CardSubtask): SubtaskView {
  return {
    code: subtask.code,
    title: subtask.title,
    kkProposed: subtask.kkStatus !== 'official',
    description: subtask.description,
    executors: subtask.executors.text,
    audience: subtask.audience.kinds,
    period: subtask.period,
    rule: subtask.evidence,
    secrecy: subtask.secrecy,
    submission: subtask.submission,
    notes: subtask.notes,
    origins: edition.rollover?.origins[subtask.code] ?? [],
    dates: edition.dates[subtask.code] ?? [],
  };
}

export function editionView(edition: Edition & { version: number }, inForce: boolean): EditionView {
  return {
    ...editionRow(edition, inForce),
    revision: edition.version,
    rolledFrom: edition.rollover?.fromEdition ?? null,
    source: edition.card.meta.source,
    year: edition.year,
    projects: edition.card.projects.map(({ code, title, kkStatus, tasks }) => ({
      code,
      title,
      kkProposed: kkStatus !== 'official',
      tasks: tasks.map((task) => ({
        code: task.code,
        title: task.title,
        kkProposed: task.kkStatus !== 'official',
        subtasks: task.subtasks.map((subtask) => subtaskView(edition, subtask)),
      })),
    })),
  };
}

/** What the import found, for the administrator: what is not official, what was assumed, what is still missing. */
export function importReport(edition: Edition, outcome: ImportReport['outcome']): ImportReport {
  const subtasks = subtasksOf(edition.card);
  const remarks = subtasks.flatMap((subtask) => [
    ...(subtask.frequencyIsAssumed ? [{ code: 'card.frequency_assumed', subtask: subtask.code, data: { period: subtask.period } }] : []),
    ...(subtask.secrecy === 'none' ? [] : [{ code: 'card.restricted', subtask: subtask.code, data: { secrecy: subtask.secrecy } }]),
    ...(subtask.submission === 'upload' ? [] : [{ code: 'card.no_upload', subtask: subtask.code, data: {} }]),
    ...(edition.dates[subtask.code] || isEventPeriod(subtask.period) ? [] : [{ code: 'card.no_dates', subtask: subtask.code, data: {} }]),
  ]);
  const proposed = subtasks.filter(({ kkStatus }) => kkStatus !== 'official').length;
  const whole = proposed > 0 ? [{ code: 'card.kazakh_proposed', subtask: null, data: { count: String(proposed) } }] : [];
  return {
    edition: edition.edition,
    version: edition.cardVersion,
    counts: countsOf(edition),
    source: edition.card.meta.source,
    outcome,
    remarks: [...whole, ...remarks],
  };
}
