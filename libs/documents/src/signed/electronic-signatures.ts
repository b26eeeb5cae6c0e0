import { trustStore, verifyPdf, type PdfSignature, type RevocationSource, type Signer, type TrustStore } from '@aigaq/signatures';
import type { ElectronicSignature, FileType } from '../document.js';

/** What electronic signatures are verified against. */
export interface ElectronicTrust {
  readonly trust: TrustStore;
  /** The moment of checking. */
  readonly now: Date;
  readonly revocation?: RevocationSource;
}

/** Where nobody is trusted no signature is valid, at whatever moment. */
const nobody: ElectronicTrust = { trust: trustStore({}), now: new Date(0) };

/** The electronic signatures of the file itself; only a PDF carries its own. */
export async function electronicSignaturesOf(
  bytes: Uint8Array,
  type: FileType,
  against: ElectronicTrust = nobody,
): Promise<ElectronicSignature[]> {
  if (type !== 'pdf') return [];
  const { signatures } = await verifyPdf(bytes, against);
  return signatures.map(asFact);
}

function asFact({ validity, reason, reasons, signer, claimedTime, trustedTime, nextCheck, coverage }: PdfSignature): ElectronicSignature {
  return {
    validity,
    reason,
    reasons,
    signer: signer === null ? null : signerFact(signer),
    claimedTime,
    trustedTime: trustedTime?.time ?? null,
    timeAuthority: trustedTime?.authority ?? null,
    nextCheck,
    ...laterFacts(coverage),
  };
}

function laterFacts(coverage: PdfSignature['coverage']): Pick<ElectronicSignature, 'laterBytes' | 'laterChanges' | 'changedPages'> {
  if (coverage === null) return { laterBytes: null, laterChanges: [], changedPages: [] };
  const { bytes, changes, pages } = coverage.later ?? { bytes: 0, changes: [], pages: [] };
  return { laterBytes: bytes, laterChanges: changes, changedPages: pages };
}

function signerFact({ name, iin, organisation, bin, kind, roles }: Signer): NonNullable<ElectronicSignature['signer']> {
  return { name, iinEnd: iin?.slice(-4) ?? null, organisation, bin, kind, roles };
}
