import type { BodyName } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useWords } from '../../texts/words.js';
import { type Found, SearchField } from '../../ui/search-field.js';
import { foundQuery } from './bodies.js';

interface BodyPickerProps {
  label: string;
  chosen: Found[];
  onChoose: (chosen: Found[]) => void;
  isMany?: boolean;
  told?: string;
}

/** Chooses bodies by a part of the name, the BIN or the short name. */
export function BodyPicker(props: BodyPickerProps) {
  const { t, say } = useWords();
  const [typed, setTyped] = useState('');
  const { data, isFetching } = useQuery(foundQuery(useDeferredValue(typed.trim())));
  const found = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: say(name) }));
  return <SearchField {...props} hint={t('bodies.picker.hint')} found={found} onSearch={setTyped} isSearching={isFetching} />;
}

export const choiceOf = ({ id, name }: BodyName, say: (name: BodyName['name']) => string): Found => ({ value: id, label: say(name) });
