import type { AllowedAct, AssignmentView, RequestKind } from '@aigaq/api';
import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { AskDialog, GrantDialog, RefuseDialog } from './request-dialogs.js';
import { StepFailure } from './step-failure.js';
import { useStep } from './assignment.js';

type Dialog = RequestKind | 'grant' | 'refuse';

const OPENS = [
  ['grant', 'grant', 'request.grant.act'],
  ['refuse', 'refuse', 'request.refuse.act'],
  ['ask-extension', 'extension', 'request.extension.act'],
  ['ask-not-applicable', 'not-applicable', 'request.not-applicable.act'],
] as const satisfies [AllowedAct, Dialog, string][];
const ACTS: readonly AllowedAct[] = [...OPENS.map(([act]) => act), 'withdraw'];

/** More time, or that it does not apply: what is asked for and by whom, and what may be done about it now. */
export function RequestPanel({ assignment }: { assignment: AssignmentView }) {
  const { t } = useWords();
  const announce = useAnnounce();
  const step = useStep(assignment);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { asked, excused, allowed } = assignment;
  const acts = allowed.filter((act) => ACTS.includes(act));
  if (asked === null && excused === null && acts.length === 0) {
    return null;
  }
  const close = (): void => setDialog(null);
  const withdraw = (): void =>
    step.mutate({ act: 'requests/withdraw', body: {} }, { onSuccess: () => announce(t('request.withdrawn')) });
  return (
    <section className="block" aria-labelledby="request">
      <h2 id="request">{t('request.title')}</h2>
      <Standing asked={asked} excused={excused} />
      {step.isError && <StepFailure error={step.error} />}
      <div className="act-row">
        {OPENS.filter(([act]) => allowed.includes(act)).map(([act, opens, text]) => (
          <Button key={act} type={act === 'grant' ? 'primary' : 'default'} danger={act === 'refuse'} onClick={() => setDialog(opens)}>
            {t(text)}
          </Button>
        ))}
        {allowed.includes('withdraw') && (
          <Button loading={step.isPending} onClick={withdraw}>
            {t('request.withdraw')}
          </Button>
        )}
      </div>
      {(dialog === 'extension' || dialog === 'not-applicable') && <AskDialog assignment={assignment} kind={dialog} onClose={close} />}
      {dialog === 'grant' && <GrantDialog assignment={assignment} onClose={close} />}
      {dialog === 'refuse' && <RefuseDialog assignment={assignment} onClose={close} />}
    </section>
  );
}

/** What is asked for, and until when it does not apply. */
function Standing({ asked, excused }: Pick<AssignmentView, 'asked' | 'excused'>) {
  const { t, say, day, moment } = useWords();
  return (
    <>
      {excused !== null && (
        <>
          <p>{t('request.excused', { day: day(excused.until) })}</p>
          <blockquote>{excused.reason}</blockquote>
        </>
      )}
      {asked !== null && (
        <>
          <p>{t(`request.asked.${asked.kind}`, { day: day(asked.day) })}</p>
          <blockquote>{asked.reason}</blockquote>
          <p className="muted small">
            {asked.by.name} · <time dateTime={asked.at}>{moment(asked.at)}</time> · {t('request.decides', { name: say(asked.decider.name) })}
          </p>
        </>
      )}
    </>
  );
}
