import { useWords } from '../../texts/words.js';
import { DayField } from '../../ui/day-field.js';
import { isReason } from '../../ui/filled.js';
import { TextField } from '../../ui/text-field.js';

export interface DayAndReason {
  day: string;
  reason: string;
}

export const isDated = ({ day, reason }: DayAndReason): boolean => day !== '' && isReason(reason);

interface DayAndReasonFieldsProps {
  label: string;
  entered: DayAndReason;
  set: (name: 'day' | 'reason') => (value: string) => void;
  told: (isWrong: boolean, text: string) => string;
}

/** From or until which day, and why: without these nothing in the register is changed. */
export function DayAndReasonFields({ label, entered: { day, reason }, set, told }: DayAndReasonFieldsProps) {
  const { t } = useWords();
  return (
    <>
      <DayField label={label} value={day} onChange={set('day')} isRequired told={told(day === '', t('bodies.needDay'))} />
      <ReasonField value={reason} onChange={set('reason')} told={told(!isReason(reason), t('bodies.needReason'))} />
    </>
  );
}

export function ReasonField({ value, onChange, told }: { value: string; onChange: (text: string) => void; told: string }) {
  const { t } = useWords();
  return <TextField label={t('bodies.reason')} value={value} onChange={onChange} maxLength={500} isLong isRequired told={told} hint={t('bodies.reasonHint')} />;
}
