import { Select } from 'antd';
import { useId, useState } from 'react';
import { useWords } from '../texts/words.js';
import { Told } from './told.js';

export interface Found {
  value: string;
  label: string;
}

interface SearchFieldProps {
  label: string;
  hint: string;
  chosen: Found[];
  onChoose: (chosen: Found[]) => void;
  /** What the service found for what was typed. */
  found: Found[];
  onSearch: (text: string) => void;
  isSearching: boolean;
  isMany?: boolean;
  told?: string;
}

/** Chooses one thing, or several, out of very many: by typing a part of the name. */
export function SearchField({ label, hint, chosen, onChoose, found, onSearch, isSearching, isMany = false, told = '' }: SearchFieldProps) {
  const { t } = useWords();
  const id = useId();
  // Nothing is offered before something is typed: a long list that shrinks to one line jumps, and of thousands its beginning helps nobody.
  const [isTyped, setTyped] = useState(false);
  const values = chosen.map(({ value }) => value);
  const known = [...chosen, ...(isTyped ? found.filter(({ value }) => !values.includes(value)) : [])];
  const take = (taken: string | string[] | null | undefined): void => {
    const ids = taken == null ? [] : [taken].flat();
    onChoose(ids.flatMap((each) => known.filter(({ value }) => value === each)));
  };
  const search = (text: string): void => {
    setTyped(text.trim() !== '');
    onSearch(text);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Select<string | string[] | null>
        id={id}
        {...(isMany ? { mode: 'multiple' as const } : {})}
        value={isMany ? values : (values[0] ?? null)}
        onChange={take}
        showSearch={{ filterOption: false, onSearch: search }}
        allowClear
        loading={isSearching}
        options={known}
        notFoundContent={isTyped ? t(isSearching ? 'loading' : 'bodies.picker.none') : hint}
        placeholder={hint}
        status={told && 'error'}
        aria-describedby={`${id}-told`}
      />
      <Told id={`${id}-told`} text={told} />
    </div>
  );
}
