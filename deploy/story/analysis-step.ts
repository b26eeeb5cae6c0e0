import { AnalysisDraft, AnalysisView, PositionsView, RiskPictureView } from '@aigaq/api';
import { DISTRICT } from './papers.js';
import type { Portal } from './portal.js';

const ANALYSES = '/api/tasks/analyses';
const DAY_MILLISECONDS = 86_400_000;
const DAYS_AHEAD = 30;
const DAYS_LONG = 25;
const DAYS_MOVED = 7;

/** Days from today as people in Kazakhstan count them. */
function dayFromNow(days: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Almaty' }).format(new Date(Date.now() + days * DAY_MILLISECONDS));
}

/**
 * A district plans an analysis of its risks, moves it with a reason, announces it and calls another one off. Each telling takes an object of
 * its own, so that it can be told again.
 */
export async function districtAnalysesItsRisks(portal: Portal): Promise<void> {
  const executor = portal.as('executor', 'kk');
  const days = { start: dayFromNow(DAYS_AHEAD), end: dayFromNow(DAYS_AHEAD + DAYS_LONG) };
  const draft = await executor.get(`${ANALYSES}/draft?organisationId=${DISTRICT}&start=${days.start}&end=${days.end}`, AnalysisDraft);
  expect(draft.findings.filter(({ severity }) => severity === 'refused')).toEqual([]);
  expect(draft.dates.slice(0, 3).map(({ key }) => key)).toEqual(['announce_start', 'announce_discussion', 'hold_discussion']);

  const object = `Жер қатынастары бөлімі ${Date.now().toString(36)}`;
  const planned = await executor.act(ANALYSES, { organisationId: DISTRICT, object, ...days }, AnalysisView);
  const own = `${ANALYSES}/${encodeURIComponent(planned.id)}`;
  expect(planned.steps.map(({ key, dueOn }) => [key, dueOn])).toEqual(draft.dates.map(({ key, dueOn }) => [key, dueOn]));

  const later = { start: dayFromNow(DAYS_AHEAD + DAYS_MOVED), end: dayFromNow(DAYS_AHEAD + DAYS_LONG + DAYS_MOVED) };
  const moved = await portal.as('coordinator', 'kk').act(`${own}/replan`, { ...later, reason: 'Бұйрық № 12' }, AnalysisView, () => executor.get(own, AnalysisView));
  expect(moved.history.at(-1)).toMatchObject({ act: 'replanned', reason: 'Бұйрық № 12' });
  expect(moved.history.at(-1)?.moved.length).toBeGreaterThan(2);

  const announced = await executor.act(`${own}/steps`, { step: 'announce_start', doneOn: dayFromNow(0), link: 'https://auliekol.example/1' }, AnalysisView);
  expect(announced).toMatchObject({ status: 'announced', steps: [{ state: 'on-time' }] });
  expect(await executor.get(`${own}/positions`, PositionsView)).toMatchObject({ version: 0, mayList: false });
  const hidden = await portal.as('stranger', 'ru').refusalOf({ method: 'GET', path: own });
  expect(hidden.code).toBe('analysis.unknown');
  const picture = await portal.as('stranger', 'ru').get('/api/tasks/risk-pictures/kostanay', RiskPictureView);
  expect(picture.sections.map(({ keeper }) => keeper?.id)).toEqual(['akimat-kostanay', 'akimat-kostanay', 'agency-department-kostanay']);
}
