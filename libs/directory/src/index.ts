export {
  type Body,
  BODY_KINDS,
  type BodyKind,
  entitledOn,
  type Head,
  HEAD_LEVELS,
  type HeadLevel,
  inForceOn,
  isLiving,
  type Member,
  reportingLine,
  reportsTo,
  scopeOf,
} from './body.js';
export { today } from './day.js';
export { type BodyName, Directory } from './directory.js';
export { DirectoryCopy } from './directory-copy.js';
export { DirectoryModule } from './directory.module.js';
