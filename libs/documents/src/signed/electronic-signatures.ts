import {
  readEnvelope,
  trustStore,
  verifyDetached,
  verifyPdf,
  type PdfSignature,
  type RevocationSource,
  type SignatureVerdict,
  type Signer,
  type TrustStore,
} from '@aigaq/signatures';
import type { ElectronicSignature, PaperFile } from '../document.js';
import { openPaper } from '../pages/source.js';
import { documentsIn } from './cms-document.js';

/** What electronic signatures are verified against. */
export interface ElectronicTrust {
  readonly trust: TrustStore;
  /** The moment of checking. */
  readonly now: Date;
  readonly revocation?: RevocationSource;
}

/** Where nobody is trusted no signature is valid, at whatever moment. */
const nobody: ElectronicTrust = { trust: trustStore({}), now: new Date(0) };

/**
 * The electronic signatures of a paper: those in its PDFs, then those of CMS files, around the document or beside it. A CMS beside several
 * documents is held against the first.
 */
export async function electronicSignaturesOf(files: readonly PaperFile[], against: ElectronicTrust = nobody): Promise<ElectronicSignature[]> {
  const documents = documentsIn(files);
  const found: ElectronicSignature[] = [];
  for (const [place, { bytes, type }] of documents.entries()) {
    const { signatures } = type === 'pdf' ? await verifyPdf(bytes, against) : { signatures: [] };
    for (const signature of signatures) found.push(await inPaper({ ...asFact(signature), ...laterFacts(signature.coverage) }, documents.slice(0, place)));
  }
  for (const { bytes, type } of files) {
    if (type === 'cms') found.push(...(await ofCms(bytes, documents[0]?.bytes, against)));
  }
  return found;
}

/** Pages are counted through all files of the paper. */
async function inPaper(signature: ElectronicSignature, before: readonly PaperFile[]): Promise<ElectronicSignature> {
  if (before.length === 0 || signature.changedPages.length === 0) return signature;
  const source = await openPaper(before);
  source.close();
  return { ...signature, changedPages: signature.changedPages.map((page) => page + source.pages) };
}

/** What was inspected and is shown is held against the signature: the document in hand, never what another reader finds in the CMS. */
async function ofCms(cms: Uint8Array, beside: Uint8Array | undefined, against: ElectronicTrust): Promise<ElectronicSignature[]> {
  const envelope = readEnvelope(cms);
  const content = typeof envelope === 'string' ? undefined : (envelope.content ?? beside);
  const verified = content === undefined ? null : await verifyDetached(cms, content, against);
  if (verified === null || verified.signatures.length === 0) return [unreadable];
  return verified.signatures.map((signature) => {
    const isWhole = !signature.reasons.some((reason) => reason === 'content_changed' || reason === 'malformed');
    return { ...asFact(signature), laterBytes: isWhole ? 0 : null, laterChanges: [], changedPages: [] };
  });
}

/** Somebody meant it to be a signature, and it is none. */
const unreadable: ElectronicSignature = {
  ...{ validity: 'invalid', reason: 'malformed', reasons: ['malformed'], signer: null, claimedTime: null, trustedTime: null, timeAuthority: null },
  ...{ nextCheck: null, laterBytes: null, laterChanges: [], changedPages: [] },
};

type LaterFacts = Pick<ElectronicSignature, 'laterBytes' | 'laterChanges' | 'changedPages'>;

function asFact({ validity, reason, reasons, signer, claimedTime, trustedTime, nextCheck }: SignatureVerdict): Omit<ElectronicSignature, keyof LaterFacts> {
  return {
    validity,
    reason,
    reasons,
    signer: signer === null ? null : signerFact(signer),
    claimedTime,
    trustedTime: trustedTime?.time ?? null,
    timeAuthority: trustedTime?.authority ?? null,
    nextCheck,
  };
}

function laterFacts(coverage: PdfSignature['coverage']): LaterFacts {
  if (coverage === null) return { laterBytes: null, laterChanges: [], changedPages: [] };
  const { bytes, changes, pages } = coverage.later ?? { bytes: 0, changes: [], pages: [] };
  return { laterBytes: bytes, laterChanges: changes, changedPages: pages };
}

function signerFact({ name, iin, organisation, bin, kind, roles }: Signer): NonNullable<ElectronicSignature['signer']> {
  return { name, iinEnd: iin?.slice(-4) ?? null, organisation, bin, kind, roles };
}
