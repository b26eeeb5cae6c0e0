import type { CorrectField, EvidenceView, FieldView, PageOf } from '@aigaq/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../../api/client.js';
import { useWords } from '../../texts/words.js';
import { documentsQuery, pathTo } from './documents.js';
import { usePurpose } from './purpose.js';

/** Says what really stands on the paper. The answer is the paper as it is now. */
export function useCorrection({ id, subject }: EvidenceView) {
  const queries = useQueryClient();
  const { queryKey } = documentsQuery(subject, usePurpose());
  return useMutation({
    mutationFn: (body: CorrectField) => post<EvidenceView>(`${pathTo(id)}/corrections`, body),
    onSuccess: (next) =>
      queries.setQueryData<PageOf<EvidenceView>>(queryKey, (list) => list && { ...list, items: list.items.map((each) => (each.id === id ? next : each)) }),
    // Somebody else may have been first: show what he said.
    onError: () => void queries.invalidateQueries({ queryKey }),
  });
}

/** `signed.0` is the field `signed` of the first block. */
export function partsOf(field: string): { name: string; place: number } {
  const [name = '', place = '0'] = field.split('.');
  return { name, place: Number(place) };
}

const CHOICES: Record<string, readonly string[]> = { approval: ['yes', 'no'], stamp: ['yes', 'no'], electronic: ['yes', 'no'], signed: ['yes', 'no'], mark: ['right', 'wrong'] };

/** The answers of a field that has only these; undefined: it is written. */
export function choicesOf(field: string): readonly string[] | undefined {
  return CHOICES[partsOf(field).name];
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Fields and their values in words. */
export function useFieldWords() {
  const { t, coded, day } = useWords();
  const nameOf = ({ field, role }: Pick<FieldView, 'field' | 'role'>, blocks: number): string => {
    const { name, place } = partsOf(field);
    const of = role === null ? '' : ` · ${t(`fields.roles.${role}`)}${blocks > 1 && name !== 'mark' ? ` ${place + 1}` : ''}`;
    return `${t(`fields.names.${name}`)}${of}`;
  };
  const valueOf = (field: string, value: string): string => {
    const { name } = partsOf(field);
    if (value === '') {
      return t('fields.isNone');
    }
    if (name === 'kind') {
      return coded('kinds', value);
    }
    return choicesOf(field) === undefined ? (DAY.test(value) ? day(value) : value) : t(`fields.values.${value}`);
  };
  const expectedOf = ({ field, expected }: FieldView): string[] => {
    const isSigned = partsOf(field).name === 'signed';
    return expected.map((each) => (choicesOf(field) === undefined ? valueOf(field, each) : t(`fields.wanted.${isSigned ? 'required' : each}`)));
  };
  const foundOf = ({ field, found }: FieldView): string =>
    found !== null ? valueOf(field, found) : t(choicesOf(field) === undefined ? 'fields.nothing' : 'fields.unsure');
  return { nameOf, valueOf, expectedOf, foundOf };
}
