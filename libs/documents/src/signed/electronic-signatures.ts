import { trustStore, verifyPdf, type PdfSignature, type RevocationSource, type TrustStore } from '@aigaq/signatures';
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

function asFact({ validity, reason, signer, claimedTime, trustedTime, nextCheck, coverage }: PdfSignature): ElectronicSignature {
  return {
    validity,
    reason,
    signer: signer === null ? null : { name: signer.name, organisation: signer.organisation, bin: signer.bin, kind: signer.kind },
    claimedTime,
    trustedTime: trustedTime?.time ?? null,
    nextCheck,
    laterChanges: coverage?.later?.changes ?? [],
    changedPages: coverage?.later?.pages ?? [],
  };
}
