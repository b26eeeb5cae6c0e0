import { Select } from 'antd';
import { useId } from 'react';
import { Told } from './told.js';

interface ChoiceFieldProps<T extends string> {
  label: string;
  value: T | null;
  onChange: (value: T) => void;
  options: { value: T; label: string }[];
  told?: string;
}

/** One of a few, from a list. */
export function ChoiceField<T extends string>({ label, value, onChange, options, told = '' }: ChoiceFieldProps<T>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Select<T>
        id={id}
        value={value}
        onChange={onChange}
        options={options}
        // All of them are in the document, so that a screen reader knows how many there are.
        virtual={false}
        status={told && 'error'}
        aria-describedby={`${id}-told`}
      />
      <Told id={`${id}-told`} text={told} />
    </div>
  );
}
