import type { LegalForm, Localised, OrganisationKind, RegisterBody } from '@aigaq/api';
import { isWhole, orNull, trimmed } from '../../ui/filled.js';
import type { Found } from '../../ui/search-field.js';

export interface Entered {
  id: string;
  kind: OrganisationKind | null;
  legalForm: LegalForm | '';
  name: Localised;
  shortName: Localised;
  bin: string;
  parent: Found[];
  supervisors: Found[];
  regionId: string;
  validFrom: string;
}

const NOTHING = { kk: '', ru: '' };
export const NEW_BODY: Entered = {
  id: '',
  kind: null,
  legalForm: '',
  name: NOTHING,
  shortName: NOTHING,
  bin: '',
  parent: [],
  supervisors: [],
  regionId: '',
  validFrom: '',
};

const CODE = /^[a-z0-9][a-z0-9-]{1,78}[a-z0-9]$/;
export const isCode = (id: string): boolean => CODE.test(id);

/** Twelve digits; whether the last one is right is known by the service. */
export const isBin = (bin: string): boolean => bin === '' || /^\d{12}$/.test(bin);

/** What is sent; undefined while something is missing or wrong. */
export function registerBodyOf(entered: Entered): RegisterBody | undefined {
  const { id, kind, legalForm, name, shortName, bin, parent, supervisors, regionId, validFrom } = entered;
  if (!isCode(id) || kind === null || !isWhole(name) || !isBin(bin) || validFrom === '') {
    return undefined;
  }
  return {
    id,
    kind,
    legalForm: orNull(legalForm),
    name: trimmed(name),
    shortName: trimmed(shortName),
    bin: orNull(bin),
    parentId: parent[0]?.value ?? null,
    supervisorIds: supervisors.map(({ value }) => value),
    regionId: orNull(regionId),
    validFrom,
  };
}
