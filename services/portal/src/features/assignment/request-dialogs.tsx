import type { AssignmentView, RequestKind } from '@aigaq/api';
import { useState } from 'react';
import { useWords } from '../../texts/words.js';
import { ActDialog } from '../../ui/act-dialog.js';
import { DayField } from '../../ui/day-field.js';
import { TextField } from '../../ui/text-field.js';
import { type Step, useStep } from './assignment.js';

const SHORTEST = 3;

interface DialogProps {
  assignment: AssignmentView;
  onClose: () => void;
}

/** Why, and until when; the days that may be named are said beforehand. */
export function AskDialog({ assignment, kind, onClose }: DialogProps & { kind: RequestKind }) {
  const { t, day: dayText } = useWords();
  const range = assignment.askable[kind === 'extension' ? 'extension' : 'notApplicable'];
  const [day, setDay] = useState(proposedDay(range, kind));
  const [reason, setReason] = useState('');
  const [isTold, setTold] = useState(false);
  const isShort = reason.trim().length < SHORTEST;
  const body: Step | undefined = isShort || day === '' ? undefined : { act: 'requests', body: { kind, reason: reason.trim(), day } };
  return (
    <ActDialog
      title={t(`request.${kind}.title`)}
      okText={t('request.send')}
      done={t('request.sent')}
      act={useStep(assignment)}
      body={body}
      onTell={() => setTold(true)}
      onClose={onClose}
    >
      <p className="muted small">{t(`request.${kind}.text`)}</p>
      <DayField label={t(`request.${kind}.day`)} value={day} onChange={setDay} isRequired told={isTold && day === '' ? t('request.needDay') : ''} />
      {range !== null && <p className="muted small">{t('request.range', { from: dayText(range.from), until: dayText(range.until) })}</p>}
      <TextField label={t('request.reason')} value={reason} onChange={setReason} maxLength={2000} isRequired isLong told={isTold && isShort ? t('request.needReason') : ''} />
    </ActDialog>
  );
}

/** The least that helps: the first day of more time, the last one of what does not apply. */
function proposedDay(range: { from: string; until: string } | null, kind: RequestKind): string {
  return (kind === 'extension' ? range?.from : range?.until) ?? '';
}

/** As it was asked, or an earlier day. */
export function GrantDialog({ assignment, onClose }: DialogProps) {
  const { t, day: dayText } = useWords();
  const asked = assignment.asked?.day ?? '';
  const [day, setDay] = useState(asked);
  const body: Step | undefined = day === '' ? undefined : { act: 'requests/grant', body: { day } };
  return (
    <ActDialog title={t('request.grant.title')} okText={t('request.grant.act')} done={t('request.grant.done')} act={useStep(assignment)} body={body} onTell={() => undefined} onClose={onClose}>
      <p className="muted small">{t('request.grant.text', { day: asked === '' ? '' : dayText(asked) })}</p>
      <DayField label={t('request.grant.day')} value={day} onChange={setDay} isRequired told={day === '' ? t('request.needDay') : ''} />
    </ActDialog>
  );
}

export function RefuseDialog({ assignment, onClose }: DialogProps) {
  const { t } = useWords();
  return (
    <WithReason
      title={t('request.refuse.title')}
      okText={t('request.refuse.act')}
      done={t('request.refuse.done')}
      assignment={assignment}
      stepOf={(remark) => ({ act: 'requests/refuse', body: { remark } })}
      onClose={onClose}
    />
  );
}

/** Takes an acceptance back. */
export function ReopenDialog({ assignment, onClose }: DialogProps) {
  const { t } = useWords();
  return (
    <WithReason
      title={t('case.reopen.title')}
      text={t('case.reopen.text')}
      okText={t('case.reopen.act')}
      done={t('case.reopen.done')}
      assignment={assignment}
      stepOf={(remark) => ({ act: 'reopen', body: { remark } })}
      onClose={onClose}
    />
  );
}

interface WithReasonProps extends DialogProps {
  title: string;
  text?: string;
  okText: string;
  done: string;
  stepOf: (remark: string) => Step;
}

function WithReason({ title, text, okText, done, assignment, stepOf, onClose }: WithReasonProps) {
  const { t } = useWords();
  const [remark, setRemark] = useState('');
  const [isTold, setTold] = useState(false);
  const isShort = remark.trim().length < SHORTEST;
  return (
    <ActDialog
      title={title}
      okText={okText}
      done={done}
      isDanger
      act={useStep(assignment)}
      body={isShort ? undefined : stepOf(remark.trim())}
      onTell={() => setTold(true)}
      onClose={onClose}
    >
      {text !== undefined && <p className="muted small">{text}</p>}
      <TextField label={t('request.reason')} value={remark} onChange={setRemark} maxLength={2000} isRequired isLong told={isTold && isShort ? t('request.needReason') : ''} />
    </ActDialog>
  );
}
