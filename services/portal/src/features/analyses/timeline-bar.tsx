import type { AnalysisView } from '@aigaq/api';
import { today } from '../../texts/dates.js';
import { spanOf } from './span.js';

/** The chain drawn on one line: the analysis as a band, each step as a mark, today as a line. The list below says the same in words. */
export function TimelineBar({ analysis }: { analysis: AnalysisView }) {
  const { start, end, steps } = analysis;
  const main = steps.filter(({ period }) => period === null);
  const span = spanOf([start, end, ...main.flatMap(({ dueOn, doneOn }) => [dueOn, doneOn])]);
  const now = span.placeOf(today(new Date()));
  return (
    <div className="timeline-bar" aria-hidden="true">
      <span className="timeline-band" style={{ left: `${span.placeOf(start) ?? 0}%`, right: `${100 - (span.placeOf(end) ?? 100)}%` }} />
      {main.map(({ key, dueOn, state }) => dueOn !== null && <span key={key} className={`timeline-mark is-${state}`} style={{ left: `${span.placeOf(dueOn) ?? 0}%` }} />)}
      {now !== undefined && <span className="timeline-today" style={{ left: `${now}%` }} />}
    </div>
  );
}
