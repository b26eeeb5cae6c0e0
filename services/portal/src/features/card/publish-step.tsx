import type { EditionView } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { meQuery } from '../../api/people.js';
import { useWords } from '../../texts/words.js';
import { ActDialog } from '../../ui/act-dialog.js';
import { useAnnounce } from '../../ui/announcer.js';
import { useEntered } from '../../ui/entered.js';
import { isReason } from '../../ui/filled.js';
import { Failure } from '../../ui/states.js';
import { TextField } from '../../ui/text-field.js';
import { usePublish, useSend, useSendBack } from './card.js';
import { Step } from './step.js';

/** A draft goes to another administrator; whoever prepared it or sent it does not publish it. */
export function PublishStep({ view, isReady, number }: { view: EditionView; isReady: boolean; number: number }) {
  const { t, moment } = useWords();
  const isDone = view.status === 'published';
  return (
    <Step number={number} title={t('card.steps.publish')} isDone={isDone} isNow={!isDone && isReady}>
      {isDone && (
        <p>
          {t('card.publishedAt', { moment: moment(view.publishedAt ?? view.importedAt) })}
          {view.approvedBy !== null && ` ${t('card.approvedBy', { name: view.approvedBy.name })}`}
        </p>
      )}
      {view.status === 'draft' && <Draft view={view} isReady={isReady} />}
      {view.status === 'in-review' && <UnderReview view={view} />}
    </Step>
  );
}

function Draft({ view, isReady }: { view: EditionView; isReady: boolean }) {
  const { t, moment } = useWords();
  const announce = useAnnounce();
  const send = useSend(view.edition);
  return (
    <>
      {view.sentBack !== null && (
        <p className="notice-bad">
          {t('card.sentBackBy', { name: view.sentBack.by.name, moment: moment(view.sentBack.at) })} <span className="wrap">{view.sentBack.remark}</span>
        </p>
      )}
      <p>{t(isReady ? 'card.publishReady' : 'card.publishLater')}</p>
      <Button type="primary" disabled={!isReady} loading={send.isPending} onClick={() => send.mutate(undefined, { onSuccess: () => announce(t('card.sendDone')) })}>
        {t('card.send')}
      </Button>
      {send.isError && <Failure error={send.error} />}
    </>
  );
}

const isOwnWork = ({ sentBy, changedBy }: EditionView, id: string): boolean => sentBy?.id === id || changedBy?.id === id;

function UnderReview({ view }: { view: EditionView }) {
  const { t } = useWords();
  const announce = useAnnounce();
  const { modal } = App.useApp();
  const { data: me } = useQuery(meQuery);
  const [isReturning, setReturning] = useState(false);
  const publish = usePublish(view.edition);
  const isOwn = me !== undefined && isOwnWork(view, me.id);
  const ask = (): void =>
    void modal.confirm({
      title: t('card.publishQuestion', { edition: view.edition }),
      content: t('card.publishMeans'),
      okText: t('card.publish'),
      cancelText: t('cancel'),
      onOk: () =>
        publish
          .mutateAsync()
          .then(() => announce(t('card.publishDone')))
          .catch(() => undefined),
    });
  return (
    <>
      <p>{t('card.sentBy', { name: view.sentBy?.name ?? '' })}</p>
      <p className="muted small">{t(isOwn ? 'card.otherPublishes' : 'card.lookFirst')}</p>
      <div className="row wrap-row">
        {!isOwn && (
          <Button type="primary" loading={publish.isPending} onClick={ask}>
            {t('card.publish')}
          </Button>
        )}
        <Button onClick={() => setReturning(true)}>{t(isOwn ? 'card.takeBack' : 'card.sendBack')}</Button>
      </div>
      {publish.isError && <Failure error={publish.error} />}
      {isReturning && <SendBackDialog edition={view.edition} onClose={() => setReturning(false)} />}
    </>
  );
}

function SendBackDialog({ edition, onClose }: { edition: string; onClose: () => void }) {
  const { t } = useWords();
  const { entered, set, told, tell } = useEntered({ remark: '' });
  const { remark } = entered;
  const sendBack = useSendBack(edition);
  return (
    <ActDialog
      title={t('card.sendBackTitle')}
      okText={t('card.sendBackOk')}
      done={t('card.sentBackDone')}
      act={sendBack}
      body={isReason(remark) ? { remark: remark.trim() } : undefined}
      onTell={tell}
      onClose={onClose}
    >
      <TextField label={t('card.remark')} value={remark} onChange={set('remark')} maxLength={2000} isLong isRequired told={told(!isReason(remark), t('card.needRemark'))} />
    </ActDialog>
  );
}
