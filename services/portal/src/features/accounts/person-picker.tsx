import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useWords } from '../../texts/words.js';
import { type Found, SearchField } from '../../ui/search-field.js';
import { foundPeopleQuery } from './accounts.js';

interface PersonPickerProps {
  label: string;
  chosen: Found[];
  onChoose: (chosen: Found[]) => void;
  /** Who is not offered. */
  except?: string;
  told?: string;
}

/** Chooses a person with an account by a part of the name. */
export function PersonPicker({ except, ...props }: PersonPickerProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const { data, isFetching } = useQuery(foundPeopleQuery(useDeferredValue(typed.trim())));
  const found = (data?.items ?? [])
    .filter(({ id, status }) => id !== except && status !== 'deactivated')
    .map(({ id, name, username }) => ({ value: id, label: `${name} (${username})` }));
  return <SearchField {...props} hint={t('accounts.pickerHint')} found={found} onSearch={setTyped} isSearching={isFetching} />;
}
