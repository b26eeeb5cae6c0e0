import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/kk';
import 'dayjs/locale/ru';
import { useId } from 'react';
import { Told } from './told.js';

interface DayFieldProps {
  label: string;
  /** `YYYY-MM-DD`, or '' for none. */
  value: string;
  onChange: (day: string) => void;
  isRequired?: boolean;
  told?: string;
}

/** A day with its label and, when something is wrong with it, the sentence that says so. */
export function DayField({ label, value, onChange, isRequired = false, told = '' }: DayFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <DatePicker
        id={id}
        value={value === '' ? null : dayjs(value)}
        onChange={(day: dayjs.Dayjs | null) => onChange(day?.format('YYYY-MM-DD') ?? '')}
        // Enter takes the day; it must not send the whole form.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        format={['DD.MM.YYYY', 'D.M.YYYY']}
        placeholder="00.00.0000"
        allowClear={!isRequired}
        status={told && 'error'}
        aria-required={isRequired}
        aria-describedby={`${id}-told`}
      />
      <Told id={`${id}-told`} text={told} />
    </div>
  );
}
