import type { AllowedAct, AssignmentView } from '@aigaq/api';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { type Step, useStep } from './assignment.js';
import { ReopenDialog } from './request-dialogs.js';
import { StepFailure } from './step-failure.js';

const STEPS = [
  { allows: 'take', step: { act: 'take', body: { over: false } }, text: 'case.take', done: 'case.taken' },
  { allows: 'take-over', step: { act: 'take', body: { over: true } }, text: 'case.takeOver', done: 'case.taken' },
  { allows: 'release', step: { act: 'release', body: {} }, text: 'case.release', done: 'case.released' },
] as const satisfies { allows: AllowedAct; step: Step; text: string; done: string }[];

/** Who holds the case, and what may be done besides a verdict: take it, give it back, take the last act back, reopen. */
export function CasePanel({ assignment }: { assignment: AssignmentView }) {
  const { t } = useWords();
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
      <Approval approved={approved} />
      {step.isError && <StepFailure error={step.error} />}
      <div className="act-row">
        {STEPS.filter(({ allows }) => allowed.includes(allows)).map(({ allows, step: next, text, done }) => (
          <Button key={allows} loading={step.isPending} onClick={() => go(next, t(done))}>
            {t(text)}
          </Button>
        ))}
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

/** For which hashes the acceptance stands. */
function Approval({ approved }: Pick<AssignmentView, 'approved'>) {
  const { t, moment } = useWords();
  return approved === null ? null : (
    <p>
      {t('case.approved', { name: approved.by.name, moment: moment(approved.at) })}{' '}
      {approved.sha256.map((hash) => (
        <code key={hash} title={hash}>
          {hash.slice(0, 12)}…{' '}
        </code>
      ))}
    </p>
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
