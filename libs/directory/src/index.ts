export {
  type Body,
  type DatedName,
  entitledOn,
  type Head,
  HEAD_LEVELS,
  type HeadLevel,
  inForceOn,
  isLiving,
  type Member,
  nameOn,
  reportingLine,
  reportsTo,
} from './body.js';
export { type BodyKind, type Placed, scopeOf } from '@aigaq/kernel';
export { today } from './day.js';
export { type BodyName, bodyNameOn, Directory } from './directory.js';
export { DirectoryCopy } from './directory-copy.js';
export { DirectoryModule } from './directory.module.js';
