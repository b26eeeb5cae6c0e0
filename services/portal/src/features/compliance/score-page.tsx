import type { ScoreView } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useWords } from '../../texts/words.js';
import { Page } from '../../ui/page.js';
import { Empty, Loaded, SkeletonLines } from '../../ui/states.js';
import { scoreQuery } from './compliance.js';

/** The score of a supervising body, row by row: what it has, what it counts for, and what would give the next step. */
export function ScorePage() {
  const { organisationId = '' } = useParams();
  const { t } = useWords();
  const query = useQuery(scoreQuery(organisationId));
  return (
    <Loaded
      query={query}
      title={t('score.title')}
      skeleton={<SkeletonLines lines={9} height={76} />}
    >
      {(score) => <Score score={score} />}
    </Loaded>
  );
}

function Score({ score }: { score: ScoreView }) {
  const { t, say, number } = useWords();
  return (
    <Page
      crumbs={[{ to: '/compliance', text: t('compliance.title') }]}
      over={t('score.over', { version: score.scaleVersion })}
      title={t('score.of', { name: say(score.organisation.name) })}
    >
      <div className="score-whole">
        <p className="score-figure">
          <strong>{number(score.score, 2)}</strong>
          <span className="muted">{t('score.max', { maximum: number(score.maximum, 2) })}</span>
        </p>
        <div>
          <p>{t('score.how')}</p>
          <p className="muted">{t('score.entities', { count: score.entities })}</p>
        </div>
      </div>
      {score.entities === 0 ? (
        <Empty title={t('score.empty')} text={t('score.emptyText')} />
      ) : (
        <ol className="score-rows">
          {score.rows.map((row) => (
            <ScoreRow key={row.code} row={row} />
          ))}
        </ol>
      )}
    </Page>
  );
}

function ScoreRow({ row }: { row: ScoreView['rows'][number] }) {
  const { t, say, number } = useWords();
  const { code, title, have, of, percent, next } = row;
  return (
    <li className="score-row">
      <div className="score-what">
        <span className="job-code">{code}</span> {say(title)}
      </div>
      <div className="score-bar">
        <div
          className="ladder"
          role="img"
          aria-label={t('score.have', { have: number(have), of: number(of), percent: number(percent, 1) })}
        >
          <span style={{ width: `${Math.min(percent, 100)}%` }} />
          {[50, 60, 70, 80, 90].map((step) => (
            <i key={step} style={{ left: `${step}%` }} />
          ))}
        </div>
        <span className="muted small">{t('score.have', { have: number(have), of: number(of), percent: number(percent, 1) })}</span>
        <span className={next === null ? 'score-next is-top' : 'score-next'}>
          {next === null ? t('score.top') : t('score.next', { count: next.entities, gain: number(next.gain, 2) })}
        </span>
      </div>
      <div className="score-points">
        <strong>{number(row.score, 2)}</strong>
        <span className="muted small">{t('score.max', { maximum: number(row.maximum, 2) })}</span>
      </div>
    </li>
  );
}
