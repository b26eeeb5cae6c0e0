import type { CardChange } from '@aigaq/api';
import { useWords } from '../texts/words.js';
import { useChangeWords } from './change-words.js';
import { Tag, type Tone } from './tag.js';

const TONES: Record<CardChange['kind'], Tone> = { added: 'good', removed: 'bad', moved: 'info', changed: 'watch' };

/** What differs between two cards, in words: by the thing that changed, each field before and after. */
export function ChangeList({ changes }: { changes: readonly CardChange[] }) {
  const { t, say } = useWords();
  const things = Map.groupBy(changes, ({ level, code }) => `${level} ${code}`);
  return (
    <ul className="changes">
      {[...things].map(([key, [first, ...others]]) => (
        <li key={key} className="change">
          <h3>
            {first?.level !== 'card' && <span className="job-code">{first?.code}</span>} {first && say(first.title)}
          </h3>
          <p className="muted small">{first && t(`changes.levels.${first.level}`)}</p>
          {[...(first ? [first] : []), ...others].map((change) => (
            <Change key={change.kind === 'changed' ? change.field : change.kind} change={change} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function Change({ change }: { change: CardChange }) {
  const { t } = useWords();
  const { nameOf, linesOf } = useChangeWords();
  if (change.kind === 'changed') {
    const [before, after] = [linesOf(change.field, change.before), linesOf(change.field, change.after)];
    return (
      <dl className="change-field">
        <dt>{nameOf(change.field)}</dt>
        <Value title={t('changes.before')} lines={before} isBefore />
        <Value title={t('changes.after')} lines={after} />
      </dl>
    );
  }
  return (
    <p>
      <Tag tone={TONES[change.kind]}>{t(`changes.kinds.${change.kind}`)}</Tag>{' '}
      {change.kind === 'moved' && t('changes.movedTo', { parent: change.after.parent ?? '—', position: change.after.position })}
    </p>
  );
}

function Value({ title, lines, isBefore = false }: { title: string; lines: { lang?: 'kk' | 'ru'; text: string }[]; isBefore?: boolean }) {
  return (
    <dd className={isBefore ? 'change-before' : 'change-after'}>
      <span className="muted small">{title}</span>
      {lines.map(({ lang, text }, at) => (
        <span key={`${lang ?? ''}${at}`} className="wrap" lang={lang}>
          {text}
        </span>
      ))}
    </dd>
  );
}
