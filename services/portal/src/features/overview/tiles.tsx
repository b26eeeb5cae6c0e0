import type { Tally } from '@aigaq/api';
import { useWords } from '../../texts/words.js';
import { percentOf } from './tally-bar.js';

const TILES = ['total', 'accepted', 'inReview', 'returned', 'open', 'onTime', 'onTimeExtended', 'late', 'overdue', 'notApplicable'] as const;

/** The numbers of a body, each with its share of the whole. What does not apply is no part of the whole and has no share. */
export function Tiles({ tally }: { tally: Tally }) {
  const { t, number } = useWords();
  return (
    <dl className="tiles">
      {TILES.map((key) => (
        <div key={key} className={`tile tile-${key}`}>
          <dt>{t(`tally.${key}`)}</dt>
          <dd>
            <strong>{number(tally[key])}</strong>
            {key !== 'total' && key !== 'notApplicable' && <span className="muted"> {number(percentOf(tally[key], tally.total), 1)} %</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
