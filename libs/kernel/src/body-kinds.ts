/** Kinds of bodies of the programme. */
export const BODY_KINDS = [
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
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];
