import { day } from '@aigaq/calendar';
import { analysis, CALENDAR, daysOf, facts, RULES } from '../../test/analysis-examples.js';
import { DISTRICT, EXECUTOR } from '../../test/examples.js';
import { replanned, type RiskAnalysis } from './analysis.js';
import { analysisView, assignmentsOf, dateView } from './analysis.view.js';
import { recordStep } from './steps.js';

const NAMES = new Map([[DISTRICT, { id: DISTRICT, name: { kk: 'Аудан', ru: 'Район' }, kind: 'akimat-district' as const }]]);
const view = (state: RiskAnalysis, today: string, assignments: string[] = []) =>
  analysisView(state, { names: NAMES, rules: RULES, calendar: CALENDAR, today: day(today), findings: [], mayManage: true, assignments: new Set(assignments) });
const announced = recordStep(analysis(), EXECUTOR, { step: 'announce_start', doneOn: day('2024-05-17') }, facts('2024-05-17'))!.next;

describe('an analysis as it is shown', () => {
  it('says of each step how it stands, and what is next', () => {
    const shown = view(announced, '2024-06-14');
    expect(shown.steps.slice(0, 4).map(({ key, state }) => [key, state])).toEqual([
      ['announce_start', 'on-time'],
      ['announce_discussion', 'today'],
      ['hold_discussion', 'ahead'],
      ['sign_note', 'ahead'],
    ]);
    expect(shown).toMatchObject({ status: 'under-way', next: { key: 'announce_discussion' }, overdue: 0, workingDays: 20 });
    expect(view(announced, '2024-06-22')).toMatchObject({ overdue: 2 });
    const late = recordStep(announced, EXECUTOR, { step: 'announce_discussion', doneOn: day('2024-06-17') }, facts('2024-06-17'))!.next;
    expect(view(late, '2024-06-17').steps[1]).toMatchObject({ state: 'late', doneBy: { name: EXECUTOR.name } });
  });

  it('lets record what is counted from a known day, and nothing else', () => {
    const recordable = view(announced, '2024-07-01').steps.filter(({ isRecordable }) => isRecordable).map(({ key }) => key);
    expect(recordable).toEqual(['announce_discussion', 'hold_discussion', 'sign_note']);
  });

  it('leads to the assignment in which a step is proved: that of the quarter, else that of the year', () => {
    const id = (subtask: string, period: string) => `2024:${subtask}:${DISTRICT}:${period}`;
    const ids = [id('1.1.3', '2024'), id('1.3.3', '2024-Q3'), id('1.3.3', '2025')];
    expect(assignmentsOf(analysis())).toEqual(expect.arrayContaining(ids));
    const of = new Map(view(announced, '2024-06-14', ids).steps.map(({ key, assignmentId }) => [key, assignmentId]));
    expect(['announce_start', 'sign_note', 'information:2024-Q3', 'information:2025-Q1'].map((key) => of.get(key))).toEqual([ids[0], null, ids[1], ids[2]]);
  });

  it('warns when the public was told of another day', () => {
    const moved = replanned(announced, EXECUTOR, { ...daysOf('2024-06-10', '2024-07-05'), reason: 'Перенос' }, facts('2024-05-20')).next;
    expect(view(moved, '2024-05-20').findings).toEqual([{ code: 'analysis.announced_other_day', severity: 'warned', data: {} }]);
    expect(view(announced, '2024-05-20').findings).toEqual([]);
  });

  it('gives a reason as texts', () => {
    expect(dateView(analysis().steps[0]!, RULES)).toMatchObject({
      title: { ru: 'Анонсировать начало анализа' },
      reason: { code: 'calendar.working_days_before', data: { amount: '10', anchor: '2024-06-03', day: '2024-05-20', calendars: '2024:1', isForecast: 'false' } },
    });
  });
});
