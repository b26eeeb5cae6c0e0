import { EditionRow, EditionView, ImportReport, type PeriodDays, RolloutView, type SubtaskView } from '@aigaq/api';
import { z } from 'zod';
import type { Portal } from './portal.js';
import { until } from './persistence.js';

const EDITION = '2024';
const CARD = `/api/tasks/editions/${EDITION}`;
const ROLLOUT_MILLISECONDS = 240_000;

/** 1. The administrator imports the card and sets dates, a second one publishes it, then it is counted and rolled out. Where it is rolled out already, nothing changes. */
export async function agencyRollsOutTheCard(portal: Portal, year: number, meanwhile: () => Promise<void>): Promise<number> {
  const admin = portal.as('admin', 'kk');
  const editions = await admin.get('/api/tasks/editions', z.array(EditionRow));
  if (!editions.some(({ edition, status }) => edition === EDITION && status === 'published')) {
    await importCard(portal);
    await ruleIsShown(portal);
    await setDates(portal, year);
    const sent = await admin.act(`${CARD}/review`, {}, EditionView);
    expect(sent.status).toBe('in-review');
    const second = portal.as('admin2', 'ru');
    const published = await second.act(`${CARD}/publish`, {}, EditionView, () => second.get(CARD, EditionView));
    expect([published.status, published.year, second.freshLogins]).toEqual(['published', year, 1]);
  }
  const counted = await admin.act(`${CARD}/rollouts`, { dryRun: true }, RolloutView);
  expect(counted).toMatchObject({ id: null, edition: EDITION, status: 'planned', stored: 0 });
  for (const counts of [counted.byKind, counted.bySubtask, counted.byRegion]) {
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(counted.planned);
  }
  return rollOut(portal, counted, meanwhile);
}

/** @returns how many assignments there are now */
async function rollOut(portal: Portal, counted: RolloutView, meanwhile: () => Promise<void>): Promise<number> {
  const admin = portal.as('admin', 'kk');
  const started = await admin.act(`${CARD}/rollouts`, { dryRun: false }, RolloutView);
  expect([started.planned, started.edition]).toEqual([counted.planned, EDITION]);
  await meanwhile();
  const view = () => admin.get(`/api/tasks/rollouts/${started.id}`, RolloutView);
  const done = await until(view, ({ status }) => status === 'done', ROLLOUT_MILLISECONDS, 250);
  const again = await admin.act(`${CARD}/rollouts`, { dryRun: true }, RolloutView);
  expect(again.existing).toBe(counted.existing + done.stored);
  expect(again.existing).toBeGreaterThanOrEqual(counted.planned);
  return again.existing;
}

/** How many assignments there are. */
export async function countAssignments(portal: Portal): Promise<number> {
  return (await portal.as('admin', 'kk').act(`${CARD}/rollouts`, { dryRun: true }, RolloutView)).existing;
}

async function importCard(portal: Portal): Promise<void> {
  const report = await portal.as('admin', 'kk').act('/api/tasks/editions/import', { edition: EDITION }, ImportReport);
  expect(report).toMatchObject({ edition: EDITION, counts: { projects: 4, tasks: 16, subtasks: 39 } });
  expect(report.remarks.length).toBeGreaterThan(0);
  const draft = await portal.as('admin', 'kk').get(CARD, EditionView);
  expect(subtasksOf(draft).filter(({ kkProposed, title }) => !kkProposed || title.kk === '' || title.ru === '')).toEqual([]);
}

/** A rule of evidence is typed data: another one can be written into the draft, and back. */
async function ruleIsShown(portal: Portal): Promise<void> {
  const admin = portal.as('admin', 'kk');
  const ruleOf = (view: EditionView) => subtasksOf(view).find(({ code }) => code === '1.1.2')!.rule;
  const rule = ruleOf(await admin.get(CARD, EditionView));
  const put = (next: SubtaskView['rule']) => admin.put(`${CARD}/subtasks/1.1.2/rule`, { rule: next }, EditionView);
  expect(ruleOf(await put({ ...rule, stamp: 'required' }))).toEqual({ ...rule, stamp: 'required' });
  expect(ruleOf(await put(rule))).toEqual(rule);
}

/** The proposed dates first; then the district's yearly and half-yearly subtasks are open all year, so that the story can be told on any day. */
async function setDates(portal: Portal, year: number): Promise<void> {
  const admin = portal.as('admin', 'kk');
  const proposed = await admin.put(`${CARD}/dates`, { year }, EditionView);
  expect(subtasksOf(proposed).filter(({ dates }) => dates.length === 0)).toEqual([]);
  const open = ({ period }: { period: string }): PeriodDays => ({ period, opensOn: `${year}-01-01`, dueOn: `${year}-12-31`, lockedOn: `${year + 1}-01-31` });
  const wide = subtasksOf(proposed).filter(({ audience, period }) => audience.includes('akimat-district') && ['year', 'half'].includes(period));
  const changes = wide.flatMap(({ code, dates }) => dates.map((each) => ({ ...open(each), subtask: code })));
  const changed = await admin.put(`${CARD}/dates`, { year, changes }, EditionView);
  expect(subtasksOf(changed).find(({ code }) => code === '1.1.2')?.dates).toMatchObject([open({ period: `${year}` })]);
}

function subtasksOf({ projects }: EditionView): SubtaskView[] {
  return projects.flatMap(({ tasks }) => tasks).flatMap(({ subtasks }) => subtasks);
}

