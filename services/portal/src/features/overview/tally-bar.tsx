import type { Tally } from '@aigaq/api';
import { useWords } from '../../texts/words.js';

const PARTS = ['accepted', 'inReview', 'returned', 'open'] as const;

export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : (part / whole) * 100;
}

/** One whole bar of assignments by state, with the share of accepted ones in figures. */
export function TallyBar({ tally, label, isSmall = false }: { tally: Tally; label: string; isSmall?: boolean }) {
  const { t, number } = useWords();
  const words = PARTS.map((part) => `${t(`tally.${part}`)}: ${number(tally[part])}`).join(', ');
  return (
    <div className={isSmall ? 'tally is-small' : 'tally'}>
      <div className="tally-bar" role="img" aria-label={`${label}. ${words}`}>
        {PARTS.map((part) => (
          <span key={part} className={`part-${part}`} style={{ width: `${percentOf(tally[part], tally.total)}%` }} />
        ))}
      </div>
      <span className="tally-share">{number(percentOf(tally.accepted, tally.total), 1)} %</span>
      {!isSmall && (
        <span className="muted small tally-of">{t('tally.of', { accepted: number(tally.accepted), total: number(tally.total) })}</span>
      )}
    </div>
  );
}

export function Legend() {
  const { t } = useWords();
  return (
    <ul className="legend">
      {PARTS.map((part) => (
        <li key={part}>
          <span className={`swatch part-${part}`} aria-hidden="true" />
          {t(`tally.${part}`)}
        </li>
      ))}
    </ul>
  );
}
