import type { ElectronicSignature, Finding } from '../document.js';
import type { Facts } from '../facts.js';
import { finding } from '../rules/finding.js';
import { signerReason, unsignedBlocks } from './signer.js';

/** A certificate that had ended is wrong too, but says nothing of the paper, which may be signed with a pen besides. */
const ofCertificate: readonly string[] = ['certificate_revoked', 'certificate_expired', 'certificate_not_yet_valid'];

/** What the electronic signatures of the file mean for the paper. */
export function signedFindings(facts: Facts): Finding[] {
  const { electronicSignatures } = facts;
  const found = electronicSignatures.map((signature) => signatureFinding(signature, facts));
  const valid = electronicSignatures.filter(({ validity }) => validity === 'valid');
  if (valid.length === 0) return found;
  const missing = unsignedBlocks(facts, valid).map((block) =>
    finding('electronic_signature_unsure', 'person', block, { signer: signerOf(valid[0]!), reason: 'block_without_signature' }),
  );
  return [...found, ...missing];
}

/** There is one that may hold: then missing pen ink is no failure by itself. */
export function mayBeSignedElectronically({ electronicSignatures }: Facts): boolean {
  return electronicSignatures.some(({ validity }) => validity !== 'invalid');
}

function signatureFinding(signature: ElectronicSignature, facts: Facts): Finding {
  const { validity, reason, changedPages, trustedTime, claimedTime } = signature;
  const place = changedPages[0] === undefined ? null : { page: changedPages[0] };
  const data = { signer: signerOf(signature), time: trustedTime ?? claimedTime ?? '', changes: signature.laterChanges.join(', ') };
  if (validity === 'invalid') {
    const outcome = ofCertificate.includes(reason) ? 'person' : 'failed';
    return finding('electronic_signature_invalid', outcome, place, { ...data, reason });
  }
  if (validity === 'undetermined') return finding('electronic_signature_unsure', 'person', place, { ...data, reason });
  const doubt = signerReason(signature, facts);
  if (doubt !== null) return finding('electronic_signature_unsure', 'person', place, { ...data, reason: doubt });
  return finding('electronic_signature', 'passed', place, { ...data, reason });
}

function signerOf({ signer }: ElectronicSignature): string {
  return signer === null ? '—' : [signer.name, signer.organisation].filter(Boolean).join(', ');
}
