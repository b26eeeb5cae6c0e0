import { PDFName, PDFRawStream, type PDFDict } from 'pdf-lib';
import { ifReadable, MalformedError } from './asn1.js';
import { parseCertificate, type ParsedCertificate } from './certificate.js';
import { openCms } from './cms.js';
import { judgeSignature } from './judge.js';
import { signedRangeOf, type SignedRange } from './pdf/byte-range.js';
import { coverageOf, type Coverage } from './pdf/coverage.js';
import { nameOf, signatureFields, type SignatureField } from './pdf/fields.js';
import { streamBytes } from './pdf/inflate.js';
import { Revision } from './pdf/revision.js';
import { byGravity, reasonTable, type Reason } from './reasons.js';
import type { RevocationEvidence } from './revocation/evidence.js';
import { RevocationFile } from './revocation/status.js';
import type { Setting, SignatureVerdict, TrustedTime, VerifyOptions } from './signature.js';
import { trustedTimeOf } from './time-stamp.js';

export interface PdfSignature extends SignatureVerdict {
  /** Name of the form's field; '' when there is none to name. */
  readonly field: string;
  /** `null`: there is no sound range of bytes. */
  readonly coverage: Coverage | null;
}

export interface PdfVerification {
  /** In the order of the form's fields. Time stamps on the document stand in `timeStamps`. */
  readonly signatures: readonly PdfSignature[];
  readonly timeStamps: readonly (TrustedTime & { readonly field: string; readonly end: number })[];
}

const detached = ['adbe.pkcs7.detached', 'ETSI.CAdES.detached'];
const stampFilter = 'ETSI.RFC3161';

/** Every signature of a PDF. Empty: the PDF is not signed. Never throws for what the bytes hold. */
export async function verifyPdf(bytes: Uint8Array, options: VerifyOptions): Promise<PdfVerification> {
  try {
    return await verifyFields(bytes, options);
  } catch (error) {
    if (error instanceof MalformedError) return unlisted(bytes, options);
    throw error;
  }
}

async function verifyFields(bytes: Uint8Array, options: VerifyOptions): Promise<PdfVerification> {
  const revision = new Revision(bytes);
  const signed = signatureFields(revision).filter(({ signature }) => signature !== null);
  if (signed.length === 0) return unlisted(bytes, options);
  const store = storeOf(revision);
  const evidence = [...(options.evidence ?? []), ...store.evidence];
  const paper: Paper = { bytes, revision, setting: { options: { ...options, evidence }, pool: store.certificates } };
  const isStamp = ({ signature }: SignatureField): boolean => nameOf(revision, signature!, 'SubFilter') === stampFilter;
  const timeStamps = await stampsOf(paper, signed.filter(isStamp));
  const signatures: PdfSignature[] = [];
  for (const field of signed.filter((candidate) => !isStamp(candidate)))
    signatures.push(await verifyField(paper, field, timeStamps));
  return { signatures, timeStamps };
}

interface Paper {
  readonly bytes: Uint8Array;
  readonly revision: Revision;
  readonly setting: Setting;
}

/** A signature that viewers do not list, or in a file that they have to repair, is told of and not verified. */
function unlisted(bytes: Uint8Array, { now }: VerifyOptions): PdfVerification {
  const isMentioned = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/ByteRange');
  return { signatures: isMentioned ? [withoutCms('', 'pdf_unreadable', null, now)] : [], timeStamps: [] };
}

async function verifyField(
  paper: Paper,
  { name, signature }: SignatureField,
  stamps: PdfVerification['timeStamps'],
): Promise<PdfSignature> {
  const { bytes, revision, setting } = paper;
  const { now } = setting.options;
  const range = signedRangeOf(bytes, revision, signature!);
  if (typeof range === 'string') return withoutCms(name, range, null, now);
  const { coverage, reasons } = coverageOf(bytes, range, name, revision);
  if (!detached.includes(nameOf(revision, signature!, 'SubFilter') ?? ''))
    return withoutCms(name, 'format_unsupported', coverage, now, reasons);
  const cms = ifReadable(() => openCms(range.contents, true));
  if (cms === null || cms.signers.length !== 1 || cms.content !== null)
    return withoutCms(name, 'malformed', coverage, now, reasons);
  const verdict = await judgeSignature(
    { cms, signer: cms.signers[0]!, content: range.parts, reasons, times: timesOf(range, stamps) },
    setting,
  );
  return { ...verdict, field: name, coverage };
}

/** A stamp on the document speaks for every signature that it covers whole. */
function timesOf({ end }: SignedRange, stamps: PdfVerification['timeStamps']): TrustedTime[] {
  return stamps.filter((stamp) => stamp.end > end).map(({ time, authority }) => ({ time, authority }));
}

async function stampsOf(
  { bytes, revision, setting }: Paper,
  fields: readonly SignatureField[],
): Promise<PdfVerification['timeStamps']> {
  const { evidence = [], revocation, now } = setting.options;
  const file = new RevocationFile(evidence, revocation, now);
  const stamps: PdfVerification['timeStamps'][number][] = [];
  for (const { name, signature } of fields) {
    const range = signedRangeOf(bytes, revision, signature!);
    if (typeof range === 'string' || coverageOf(bytes, range, name, revision).reasons.includes('byte_range_elsewhere'))
      continue;
    const time = await trustedTimeOf(range.contents, range.parts, setting, file);
    if (time !== null) stamps.push({ ...time, field: name, end: range.end });
  }
  return stamps;
}

/** A verdict where there is no signature that could be opened. */
function withoutCms(
  field: string,
  reason: Reason,
  coverage: Coverage | null,
  now: Date,
  others: readonly Reason[] = [],
): PdfSignature {
  const reasons = byGravity([reason, ...others]);
  return {
    validity: reasonTable[reasons[0]!],
    reason: reasons[0]!,
    reasons,
    signer: null,
    certificate: null,
    algorithm: null,
    claimedTime: null,
    trustedTime: null,
    verdictTime: now.toISOString(),
    revocation: null,
    nextCheck: null,
    evidence: [],
    field,
    coverage,
  };
}

interface Store {
  readonly certificates: readonly ParsedCertificate[];
  readonly evidence: readonly RevocationEvidence[];
}

/** What the document's security store (PAdES, DSS) brings along. It is not signed; everything in it is verified by itself. */
function storeOf(revision: Revision): Store {
  const store = revision.dict(revision.catalog.get(PDFName.of('DSS')));
  if (store === null) return { certificates: [], evidence: [] };
  return {
    certificates: bytesIn(revision, store, 'Certs').flatMap((der) => ifReadable(() => parseCertificate(der)) ?? []),
    evidence: [
      ...bytesIn(revision, store, 'CRLs').map((der) => ({ type: 'crl' as const, der })),
      ...bytesIn(revision, store, 'OCSPs').map((der) => ({ type: 'ocsp' as const, der })),
    ],
  };
}

function bytesIn(revision: Revision, store: PDFDict, key: string): Uint8Array[] {
  const streams = revision.array(store.get(PDFName.of(key))).map((object) => revision.value(object));
  return streams.flatMap((stream) =>
    stream instanceof PDFRawStream ? (ifReadable(() => streamBytes(stream).slice()) ?? []) : [],
  );
}
