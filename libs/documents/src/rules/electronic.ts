import type { Finding } from '../document.js';
import type { Facts } from '../facts.js';
import { mayBeSignedElectronically, signedFindings } from '../signed/signed-findings.js';
import { finding } from './finding.js';

/** A copy of an electronic paper carries both the line in the margin and the QR codes. */
export function isElectronicCopy({ marginStamp, qrCodes }: Facts): boolean {
  return marginStamp !== null && qrCodes.length > 0;
}

/** Either of the two, or an electronic signature: then a missing pen signature is a question for a person and not yet a failure. */
export function hasElectronicMarks(facts: Facts): boolean {
  return facts.marginStamp !== null || facts.qrCodes.length > 0 || mayBeSignedElectronically(facts);
}

export function electronicFindings(facts: Facts): Finding[] {
  const { marginStamp, qrCodes } = facts;
  const place = marginStamp ?? qrCodes[0];
  const signed = signedFindings(facts);
  if (place === undefined) return signed;
  if (isElectronicCopy(facts)) return [...signed, finding('electronic_copy', 'passed', place)];
  // What the file itself proves needs no marks of a copy.
  return signed.some(({ outcome }) => outcome === 'passed') ? signed : [...signed, finding('electronic_incomplete', 'person', place)];
}
