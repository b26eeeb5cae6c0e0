import type { AssignmentView, EvidenceView, Place } from '@aigaq/api';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { useStep } from './assignment.js';
import { ReturnForm } from './return-form.js';
import { StepFailure } from './step-failure.js';

interface ReviewPanelProps {
  assignment: AssignmentView;
  shown: EvidenceView | undefined;
  place: Place | null;
  onPlace: (place: Place | null) => void;
  isPinning: boolean;
  onPinning: (isPinning: boolean) => void;
}

/** The verdict of the reviewing body: on, back, or accepted. */
export function ReviewPanel({ assignment, shown, place, onPlace, isPinning, onPinning }: ReviewPanelProps) {
  const { t } = useWords();
  const announce = useAnnounce();
  const { modal } = App.useApp();
  const step = useStep(assignment);
  const [isReturning, setReturning] = useState(false);
  const { allowed } = assignment;
  const onward = allowed.find((act) => act === 'pass-on' || act === 'accept');

  const go = (act: 'pass-on' | 'accept'): void =>
    void modal.confirm({
      title: t(`review.${act}.question`),
      content: t(`review.${act}.means`),
      okText: t(`review.${act}.act`),
      cancelText: t('cancel'),
      onOk: () =>
        step
          .mutateAsync({ act, body: {} })
          .then(() => announce(t(`review.${act}.done`)))
          .catch(() => undefined),
    });
  const close = (): void => {
    setReturning(false);
    onPlace(null);
    onPinning(false);
  };

  return (
    <section className="block act-panel" aria-labelledby="verdict">
      <h2 id="verdict">{t('review.verdict')}</h2>
      {step.isError && <StepFailure error={step.error} />}
      {!isReturning && (
        <div className="act-row">
          {onward !== undefined && (
            <Button type="primary" size="large" loading={step.isPending} onClick={() => go(onward)}>
              {t(`review.${onward}.act`)}
            </Button>
          )}
          {allowed.includes('return') && (
            <Button size="large" danger onClick={() => setReturning(true)}>
              {t('return.act')}
            </Button>
          )}
        </div>
      )}
      {isReturning && (
        <ReturnForm
          shown={shown}
          place={place}
          onPlace={onPlace}
          isPinning={isPinning}
          onPinning={onPinning}
          isSending={step.isPending}
          onCancel={close}
          onReturn={(body) =>
            step.mutate(
              { act: 'return', body },
              {
                onSuccess: () => {
                  close();
                  announce(t('return.done'));
                },
              },
            )
          }
        />
      )}
    </section>
  );
}
