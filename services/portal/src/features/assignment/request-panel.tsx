import type { AssignmentView, RequestKind } from '@aigaq/api';
import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { AskDialog, GrantDialog, RefuseDialog } from './request-dialogs.js';
import { StepFailure } from './step-failure.js';
import { useStep } from './assignment.js';

type Dialog = RequestKind | 'grant' | 'refuse';

/** More time, or that it does not apply: what is asked for and by whom, and what may be done about it now. */
export function RequestPanel({ assignment }: { assignment: AssignmentView }) {
  const { t, say, day, moment } = useWords();
  const announce = useAnnounce();
  const step = useStep(assignment);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { asked, excused, allowed } = assignment;
  const acts = allowed.filter((act) => ['ask-extension', 'ask-not-applicable', 'withdraw', 'grant', 'refuse'].includes(act));
  if (asked === null && excused === null && acts.length === 0) {
    return null;
  }
  const close = (): void => setDialog(null);
  const withdraw = (): void =>
    step.mutate({ act: 'requests/withdraw', body: {} }, { onSuccess: () => announce(t('request.withdrawn')) });
  return (
    <section className="block" aria-labelledby="request">
      <h2 id="request">{t('request.title')}</h2>
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
      {step.isError && <StepFailure error={step.error} />}
      <div className="act-row">
        {allowed.includes('grant') && (
          <Button type="primary" onClick={() => setDialog('grant')}>
            {t('request.grant.act')}
          </Button>
        )}
        {allowed.includes('refuse') && (
          <Button danger onClick={() => setDialog('refuse')}>
            {t('request.refuse.act')}
          </Button>
        )}
        {allowed.includes('ask-extension') && <Button onClick={() => setDialog('extension')}>{t('request.extension.act')}</Button>}
        {allowed.includes('ask-not-applicable') && <Button onClick={() => setDialog('not-applicable')}>{t('request.not-applicable.act')}</Button>}
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
