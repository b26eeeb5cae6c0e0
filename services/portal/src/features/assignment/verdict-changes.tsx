import type { AssignmentView } from '@aigaq/api';
import { useWords } from '../../texts/words.js';

/** Said before anybody decides: the machine no longer says what it said when the paper was handed in. */
export function VerdictChanges({ changes }: { changes: AssignmentView['verdictChanges'] }) {
  const { t, moment } = useWords();
  if (changes.length === 0) {
    return null;
  }
  return (
    <section className="notice-watch" aria-labelledby="verdict-changes">
      <h2 id="verdict-changes">{t('verdictChanges.title')}</h2>
      <ul>
        {changes.map(({ at, before, after }) => (
          <li key={at}>
            <strong>{moment(at)}</strong> {t('verdictChanges.change', { before: t(`verdict.${before}`), after: t(`verdict.${after}`) })}
          </li>
        ))}
      </ul>
      <p className="small">{t('verdictChanges.means')}</p>
    </section>
  );
}
