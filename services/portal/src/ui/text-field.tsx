import { Input } from 'antd';
import { useId } from 'react';
import { Told } from './told.js';

interface TextFieldProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  maxLength: number;
  told?: string;
  hint?: string;
  isRequired?: boolean;
  isLong?: boolean;
  /** Language of what is typed, where it is not that of the page. */
  lang?: 'kk' | 'ru';
  type?: 'text' | 'email' | 'search';
}

/** A line or a paragraph with its label, a hint and, instead of it when something is wrong, the sentence that says so. */
export function TextField({ label, value, onChange, maxLength, told = '', hint, isRequired = false, isLong = false, lang, type = 'text' }: TextFieldProps) {
  const id = useId();
  const shared = {
    id,
    value,
    maxLength,
    lang,
    status: told && ('error' as const),
    'aria-required': isRequired,
    'aria-describedby': `${id}-told ${id}-hint`,
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {isLong ? (
        <Input.TextArea {...shared} onChange={({ target }) => onChange(target.value)} autoSize={{ minRows: 2, maxRows: 8 }} />
      ) : (
        <Input {...shared} type={type} onChange={({ target }) => onChange(target.value)} />
      )}
      {told === '' && hint !== undefined && (
        <p id={`${id}-hint`} className="muted small">
          {hint}
        </p>
      )}
      <Told id={`${id}-told`} text={told} />
    </div>
  );
}
