import type { BodyRow, LegalForm, OrganisationKind } from '@aigaq/api';
import { useWords } from '../../texts/words.js';

export const KINDS: OrganisationKind[] = [
  'agency',
  'agency-department',
  'central',
  'committee',
  'territorial-body',
  'akimat-region',
  'akimat-republican-city',
  'akimat-district',
  'akimat-city',
  'akimat-rural',
  'management',
  'department',
  'quasi-state',
  'other',
];

export const LEGAL_FORMS: LegalForm[] = ['ao', 'too', 'gkp', 'rgp', 'kgp', 'nao', 'gu', 'chu'];

/** Kind and legal form in words. */
export function useKindWords(): (body: Pick<BodyRow, 'kind' | 'legalForm'>) => string {
  const { t } = useWords();
  return ({ kind, legalForm }) =>
    [t(`bodies.kinds.${kind}`), ...(legalForm === null ? [] : [t(`bodies.forms.${legalForm}`)])].join(', ');
}
