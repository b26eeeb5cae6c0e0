export { compareFingerprints, type Difference, type Likeness, type LikenessKind } from './compare.js';
export { type Fingerprint, fingerprintOf, type PaperPage } from './fingerprint.js';
export { algorithm as fingerprintAlgorithm } from './limits.js';
export { FingerprintIndex, type Candidate } from './index/fingerprint-index.js';
export { type Keys, soughtKeys, storedKeys } from './keys.js';
export { packFingerprint, unpackFingerprint } from './packing.js';
export type { GreyPicture } from './picture/raster.js';
