import type { EditionView } from '@aigaq/api';
import { App, Button } from 'antd';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { Failure } from '../../ui/states.js';
import { usePublish } from './card.js';
import { Step } from './step.js';

export function PublishStep({ view, isReady }: { view: EditionView; isReady: boolean }) {
  const { t, moment } = useWords();
  const announce = useAnnounce();
  const { modal } = App.useApp();
  const publish = usePublish(view.edition);
  const isDone = view.status === 'published';
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
    <Step number={3} title={t('card.steps.publish')} isDone={isDone} isNow={!isDone && isReady}>
      {isDone ? (
        <p>{t('card.publishedAt', { moment: moment(view.publishedAt ?? view.importedAt) })}</p>
      ) : (
        <>
          <p>{t(isReady ? 'card.publishReady' : 'card.publishLater')}</p>
          <Button type="primary" disabled={!isReady} loading={publish.isPending} onClick={ask}>
            {t('card.publish')}
          </Button>
        </>
      )}
      {publish.isError && <Failure error={publish.error} />}
    </Step>
  );
}
