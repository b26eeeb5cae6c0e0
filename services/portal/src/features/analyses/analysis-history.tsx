import type { AnalysisView } from '@aigaq/api';
import { useWords } from '../../texts/words.js';
import { MovesTable } from './moves-table.js';
import { stepName } from './said.js';

/** Who did what, why, and which dates moved by it; the newest first. */
export function AnalysisHistory({ history }: { history: AnalysisView['history'] }) {
  const words = useWords();
  const { t, moment } = words;
  return (
    <section className="block" aria-labelledby="analysis-history">
      <h2 id="analysis-history">{t('analyses.history.title')}</h2>
      <ol className="history">
        {history.toReversed().map(({ at, by, act, title, period, reason, moved }) => (
          <li key={`${at} ${act} ${title?.ru ?? ''} ${period ?? ''}`}>
            <p className="step-head">
              <strong>{t(`analyses.history.${act}`)}</strong> {title !== null && stepName({ title, period }, words)}
            </p>
            <p className="muted small">
              {by.name} · <time dateTime={at}>{moment(at)}</time>
            </p>
            {reason !== null && <blockquote>{reason}</blockquote>}
            {moved.length > 0 && (
              <details>
                <summary>{t('analyses.history.moved', { count: moved.length })}</summary>
                <MovesTable moved={moved} />
              </details>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
