import type { Finding } from '../document.js';
import type { Facts } from '../facts.js';
import { finding } from './finding.js';

/** A copy of an electronic paper carries both the line in the margin and the QR codes. */
export function isElectronicCopy({ marginStamp, qrCodes }: Facts): boolean {
  return marginStamp !== null && qrCodes.length > 0;
}

/** Either of the two: then a missing pen signature is a question for a person and not yet a failure. */
export function hasElectronicMarks({ marginStamp, qrCodes }: Facts): boolean {
  return marginStamp !== null || qrCodes.length > 0;
}

export function electronicFindings(facts: Facts): Finding[] {
  const { marginStamp, qrCodes } = facts;
  const place = marginStamp ?? qrCodes[0];
  if (place === undefined) return [];
  if (isElectronicCopy(facts)) return [finding('electronic_copy', 'passed', place)];
  return [finding('electronic_incomplete', 'person', place)];
}
