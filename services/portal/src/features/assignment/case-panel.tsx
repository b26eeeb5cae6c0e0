import type { AssignmentView } from '@aigaq/api';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { type Step, useStep } from './assignment.js';
import { ReopenDialog } from './request-dialogs.js';
import { StepFailure } from './step-failure.js';

/** Who holds the case, and what may be done besides a verdict: take it, give it back, take the last act back, reopen. */
export function CasePanel({ assignment }: { assignment: AssignmentView }) {
  const { t, moment } = useWords();
  const announce = useAnnounce();
  const step = useStep(assignment);
  const [isReopening, setReopening] = useState(false);
  const { allowed, holder, approved } = assignment;
  const isUndoable = useUntil(assignment.undoUntil);
  const acts = allowed.filter((act) => ['take', 'take-over', 'release', 'reopen', 'undo'].includes(act));
  if (acts.length === 0 && approved === null && holder === null) {
    return null;
  }
  const go = (next: Step, done: string): void => step.mutate(next, { onSuccess: () => announce(done) });
  return (
    <section className="block" aria-labelledby="case">
      <h2 id="case">{t('case.title')}</h2>
      {holder !== null && <p>{t('chain.holder', { name: holder.name })}</p>}
      {approved !== null && (
        <p>
          {t('case.approved', { name: approved.by.name, moment: moment(approved.at) })}{' '}
          {approved.sha256.map((hash) => (
            <code key={hash} title={hash}>
              {hash.slice(0, 12)}…{' '}
            </code>
          ))}
        </p>
      )}
      {step.isError && <StepFailure error={step.error} />}
      <div className="act-row">
        {allowed.includes('take') && (
          <Button loading={step.isPending} onClick={() => go({ act: 'take', body: { over: false } }, t('case.taken'))}>
            {t('case.take')}
          </Button>
        )}
        {allowed.includes('take-over') && (
          <Button loading={step.isPending} onClick={() => go({ act: 'take', body: { over: true } }, t('case.taken'))}>
            {t('case.takeOver')}
          </Button>
        )}
        {allowed.includes('release') && (
          <Button loading={step.isPending} onClick={() => go({ act: 'release', body: {} }, t('case.released'))}>
            {t('case.release')}
          </Button>
        )}
        {isUndoable && (
          <Button loading={step.isPending} onClick={() => go({ act: 'undo', body: {} }, t('case.undone'))}>
            {t('case.undo')}
          </Button>
        )}
        {allowed.includes('reopen') && (
          <Button danger onClick={() => setReopening(true)}>
            {t('case.reopen.act')}
          </Button>
        )}
      </div>
      {isReopening && <ReopenDialog assignment={assignment} onClose={() => setReopening(false)} />}
    </section>
  );
}

/** True until the moment has passed. */
function useUntil(moment: string | null): boolean {
  const [passed, setPassed] = useState<string | null>(null);
  useEffect(() => {
    if (moment === null) {
      return undefined;
    }
    const timer = setTimeout(() => setPassed(moment), Math.max(0, new Date(moment).getTime() - Date.now()));
    return () => clearTimeout(timer);
  }, [moment]);
  return moment !== null && passed !== moment;
}
