import type { AnalysisStepView, AnalysisView } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../texts/words.js';
import { ActDialog } from '../../ui/act-dialog.js';
import { DayField } from '../../ui/day-field.js';
import { useEntered } from '../../ui/entered.js';
import { isReason } from '../../ui/filled.js';
import { Loaded, SkeletonLines } from '../../ui/states.js';
import { TextField } from '../../ui/text-field.js';
import { ReasonField } from '../bodies/day-and-reason.js';
import { movedQuery, useCancel, useRecord, useReplan } from './analyses.js';
import { Findings } from './findings.js';
import { MovesTable } from './moves-table.js';
import { isLink, isRemark, recordedOf, recordOf } from './record.js';
import { stepName } from './said.js';

interface DialogProps {
  analysis: AnalysisView;
  onClose: () => void;
}

/** Other days, and before anything is sent each date that would move with them. */
export function ReplanDialog({ analysis, onClose }: DialogProps) {
  const { t } = useWords();
  const { entered, set, told, tell } = useEntered({ start: analysis.start, end: analysis.end, reason: '' });
  const { start, end, reason } = entered;
  const isWhole = start !== '' && end !== '' && isReason(reason);
  return (
    <ActDialog
      title={t('analyses.replan.title')}
      okText={t('analyses.replan.act')}
      done={t('analyses.replan.done')}
      act={useReplan(analysis.id)}
      body={isWhole ? { start, end, reason: reason.trim() } : undefined}
      onTell={tell}
      onClose={onClose}
    >
      <div className="fields">
        <DayField label={t('analyses.start')} value={start} onChange={set('start')} isRequired told={told(start === '', t('bodies.needDay'))} />
        <DayField label={t('analyses.end')} value={end} onChange={set('end')} isRequired told={told(end === '', t('bodies.needDay'))} />
      </div>
      <ReasonField value={reason} onChange={set('reason')} told={told(!isReason(reason), t('bodies.needReason'))} />
      <WouldMove id={analysis.id} start={start} end={end} />
    </ActDialog>
  );
}

function WouldMove({ id, start, end }: { id: string; start: string; end: string }) {
  const { t } = useWords();
  const query = useQuery(movedQuery(id, { start, end }));
  return (
    <div className="analysis-moves" aria-live="polite" aria-busy={query.isFetching}>
      <Loaded query={query} skeleton={<SkeletonLines lines={8} height={28} />}>
        {({ moved, findings }) => (
          <>
            <Findings findings={findings} />
            {moved.length === 0 ? <p className="muted">{t('analyses.nothingMoves')}</p> : <MovesTable moved={moved} />}
          </>
        )}
      </Loaded>
    </div>
  );
}

/** When a step was done, and where it is published; of one that is recorded already a correction with its reason. */
export function RecordDialog({ analysis, step, onClose }: DialogProps & { step: AnalysisStepView }) {
  const words = useWords();
  const { t } = words;
  const isCorrection = step.doneOn !== null;
  const act = isCorrection ? 'correct' : 'record';
  const { entered, set, told, tell } = useEntered(recordedOf(step));
  const { doneOn, link, remark, reason } = entered;
  return (
    <ActDialog
      title={stepName(step, words)}
      okText={t(`analyses.${act}.act`)}
      done={t(`analyses.${act}.done`)}
      act={useRecord(analysis.id)}
      body={recordOf(step, entered)}
      onTell={tell}
      onClose={onClose}
    >
      <DayField label={t('analyses.record.day')} value={doneOn} onChange={set('doneOn')} isRequired told={told(doneOn === '', t('bodies.needDay'))} />
      <TextField label={t('analyses.record.link')} value={link} onChange={set('link')} maxLength={1000} hint={t('analyses.record.linkHint')} told={told(!isLink(link), t('analyses.record.linkWrong'))} />
      <TextField label={t('analyses.record.remark')} value={remark} onChange={set('remark')} maxLength={1000} isLong told={told(!isRemark(remark), t('analyses.record.remarkShort'))} />
      {isCorrection && <ReasonField value={reason} onChange={set('reason')} told={told(!isReason(reason), t('bodies.needReason'))} />}
    </ActDialog>
  );
}

export function CancelDialog({ analysis, onClose }: DialogProps) {
  const { t } = useWords();
  const { entered, set, told, tell } = useEntered({ reason: '' });
  const { reason } = entered;
  return (
    <ActDialog
      title={t('analyses.cancel.title')}
      okText={t('analyses.cancel.act')}
      done={t('analyses.cancel.done')}
      isDanger
      act={useCancel(analysis.id)}
      body={isReason(reason) ? { reason: reason.trim() } : undefined}
      onTell={tell}
      onClose={onClose}
    >
      <p>{t('analyses.cancel.text')}</p>
      <ReasonField value={reason} onChange={set('reason')} told={told(!isReason(reason), t('bodies.needReason'))} />
    </ActDialog>
  );
}
