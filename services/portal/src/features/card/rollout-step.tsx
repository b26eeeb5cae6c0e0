import type { EditionView, RolloutView } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { Failure } from '../../ui/states.js';
import { rolloutQuery, useRollout } from './card.js';
import { RolloutCounts } from './rollout-counts.js';
import { Step } from './step.js';

/** The dry run, the run and how far it is. */
function useRun(edition: string) {
  const plan = useRollout(edition);
  const run = useRollout(edition);
  const progress = useQuery(rolloutQuery(run.data?.id));
  const now = progress.data ?? run.data;
  const isDone = now?.status === 'done';
  const isRunning = run.isPending || now?.status === 'running';
  useDoneNews(isDone, now?.stored ?? 0);
  return { plan, run, now, isDone, isRunning, error: plan.error ?? run.error };
}

/** First counts what would be opened for whom, then does it and shows how far it is. */
export function RolloutStep({ view, number: place }: { view: EditionView; number: number }) {
  const { t, number } = useWords();
  const { modal } = App.useApp();
  const { plan, run, now, isDone, isRunning, error } = useRun(view.edition);
  const isPublished = view.status === 'published';

  const ask = (): void =>
    void modal.confirm({
      title: t('card.rolloutQuestion'),
      content: t('card.rolloutMeans', { planned: number(plan.data?.planned ?? 0) }),
      okText: t('card.rollout'),
      cancelText: t('cancel'),
      onOk: () => run.mutate(false),
    });

  return (
    <Step number={place} title={t('card.steps.rollout')} isDone={isDone} isNow={isPublished && !isDone}>
      <p>{t(isPublished ? 'card.rolloutText' : 'card.rolloutLater')}</p>
      <div className="row wrap-row">
        <Button disabled={!isPublished} loading={plan.isPending} onClick={() => plan.mutate(true)}>
          {t('card.dryRun')}
        </Button>
        <Button type="primary" disabled={plan.data === undefined || isRunning} onClick={ask}>
          {t('card.rollout')}
        </Button>
      </div>
      {error !== null && <Failure error={error} />}
      {now && <Progress rollout={now} />}
      {plan.data && <RolloutCounts plan={plan.data} view={view} />}
    </Step>
  );
}

/** Says aloud, once, that the rollout is through. */
function useDoneNews(isDone: boolean, stored: number): void {
  const { t } = useWords();
  const announce = useAnnounce();
  const wasDone = useRef(false);
  useEffect(() => {
    if (isDone && !wasDone.current) {
      announce(t('card.rolloutDone', { stored }));
    }
    wasDone.current = isDone;
  }, [isDone, announce, t, stored]);
}

function Progress({ rollout }: { rollout: RolloutView }) {
  const { t, number } = useWords();
  const { stored, planned, status } = rollout;
  const done = status === 'done' ? 100 : planned === 0 ? 0 : Math.min(99, Math.floor((stored / planned) * 100));
  return (
    <div className="rollout">
      <div className="row">
        <progress max={100} value={done} aria-label={t('card.rolloutProgress')} />
        <span className="figure">{done} %</span>
      </div>
      <p className="muted small">
        {t(status === 'done' ? 'card.rolloutDone' : 'card.rolloutRunning', { stored: number(stored), planned: number(planned) })}
      </p>
    </div>
  );
}
