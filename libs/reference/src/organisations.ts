import { z } from 'zod';
import { isValidBin } from './bin.js';
import { type LegalForm, legalForm, meta, type OrganisationKind, organisationKind, text, textStatus } from './vocabulary.js';

const centralBody = z.strictObject({
  id: z.string(),
  /** By which the sources name it (МФ, ЦГО). */
  shortName: text,
  /** A word for many bodies («ЦГО», «МИО»), not a body. */
  group: z.boolean(),
  kind: organisationKind.nullable(),
  inProgramme: z.boolean(),
  parent: z.string().nullable(),
  name: text,
  kkStatus: textStatus,
  sourceKind: z.string(),
  derivation: z.string(),
  note: z.string(),
  sourceLines: z.string(),
});
export const centralBodiesSchema = z.strictObject({ meta, bodies: z.array(centralBody) });

const unit = z.strictObject({
  id: z.string(),
  kind: z.enum(['oblast', 'city_republican', 'district', 'city_oblast', 'city_district']),
  parent: z.string().nullable(),
  kato: z.string().nullable(),
  name: text.extend({ en: z.string() }),
  /** [longitude, latitude] of a point inside; not the seat. */
  center: z.tuple([z.number(), z.number()]).nullable(),
  since: z.string().nullable(),
  akimat: z.strictObject({ inProgramme: z.boolean(), name: text, fullName: text }),
  /** Territorial department of the Agency; first level only. */
  department: z.strictObject({ name: text }).optional(),
});
export const unitsSchema = z.strictObject({ meta: meta.extend({ attribution: z.string() }), units: z.array(unit) });

const entity = z.strictObject({
  id: z.string(),
  bin: z.string().refine(isValidBin, 'The control digit of the BIN is wrong.'),
  legalForm,
  name: text,
  /** Body that supervises the entity. */
  supervisor: z.string(),
  region: z.string(),
});
export const entitiesSchema = z.strictObject({ meta, entities: z.array(entity) });

export type CentralBody = z.infer<typeof centralBody>;
export type AdministrativeUnit = z.infer<typeof unit>;
export type DemonstrationEntity = z.infer<typeof entity>;

/** A body of the programme, the same form for all kinds. */
export interface Organisation {
  id: string;
  kind: OrganisationKind;
  /** Of entities only. */
  legalForm: LegalForm | null;
  name: { ru: string; kk: string };
  /** Empty when it has none. */
  shortName: { ru: string; kk: string };
  /** With the oblast for districts («Абайский район» exists three times); otherwise the name. */
  fullName: { ru: string; kk: string };
  /** Where its reports go: district -> region akimat, everybody else -> Agency. Null for the Agency and for entities. */
  parent: string | null;
  /** Supervising body of an entity, otherwise null. */
  supervisor: string | null;
  /** First-level unit, null for central bodies. */
  region: string | null;
  /** Unit of an akimat or territorial department, otherwise null. */
  unit: string | null;
  bin: string | null;
}

const AGENCY = 'agency';

export function organisationsOf(
  bodies: readonly CentralBody[],
  units: readonly AdministrativeUnit[],
  entities: readonly DemonstrationEntity[],
): Organisation[] {
  return [
    ...bodies.flatMap(centralOrganisation),
    ...units.filter(({ akimat }) => akimat.inProgramme).map(akimatOrganisation),
    ...units.flatMap(departmentOrganisation),
    ...entities.map(entityOrganisation),
  ];
}

const NOTHING = { legalForm: null, shortName: { ru: '', kk: '' }, parent: null, supervisor: null, region: null, unit: null, bin: null };

function centralOrganisation({ id, kind, inProgramme, name, shortName, parent }: CentralBody): Organisation[] {
  return inProgramme && kind ? [{ ...NOTHING, id, kind, name, fullName: name, shortName, parent }] : [];
}

const AKIMATS = {
  oblast: 'akimat-region',
  city_republican: 'akimat-republican-city',
  city_oblast: 'akimat-city',
  district: 'akimat-district',
  city_district: 'akimat-district',
} as const satisfies Record<AdministrativeUnit['kind'], OrganisationKind>;

function akimatOrganisation({ id, kind, parent, akimat }: AdministrativeUnit): Organisation {
  const { name, fullName } = akimat;
  const place = parent ? { parent: `akimat-${parent}`, region: parent } : { parent: AGENCY, region: id };
  return { ...NOTHING, id: `akimat-${id}`, kind: AKIMATS[kind], name, fullName, unit: id, ...place };
}

function departmentOrganisation({ id, department }: AdministrativeUnit): Organisation[] {
  const place = { parent: AGENCY, region: id, unit: id };
  return department
    ? [{ ...NOTHING, id: `agency-department-${id}`, kind: 'agency-department', name: department.name, fullName: department.name, ...place }]
    : [];
}

function entityOrganisation({ id, bin, legalForm: form, name, supervisor, region }: DemonstrationEntity): Organisation {
  return { ...NOTHING, id, kind: 'quasi-state', legalForm: form, name, fullName: name, supervisor, region, bin };
}
