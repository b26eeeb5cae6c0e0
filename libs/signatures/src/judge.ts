import type { SignerInfo } from 'pkijs';
import { digestName, signatureAlgorithm } from './algorithms.js';
import { rawOf } from './asn1.js';
import type { ParsedCertificate } from './certificate.js';
import { chainInForce, findChain, isForSigning, type Chain } from './chain.js';
import { certificateOf, evidenceOf, integrityReasons, signedAttribute, unsignedAttribute, type Cms } from './cms.js';
import { freshUntil, isRevokedAt, statusOfChain } from './judge-chain.js';
import { oid } from './oids.js';
import { byGravity, reasonTable, type Reason } from './reasons.js';
import { RevocationFile, type RevocationStatus } from './revocation/status.js';
import type { Setting, SignatureVerdict, TrustedTime } from './signature.js';
import { signerOf } from './signer.js';
import { trustedTimeOf } from './time-stamp.js';

export interface SignatureCase {
  readonly cms: Cms;
  readonly signer: SignerInfo;
  /** The signed bytes; `null`: they are not there. */
  readonly content: readonly Uint8Array[] | null;
  /** What is known from outside the CMS: the place in a PDF, later changes. */
  readonly reasons: readonly Reason[];
  /** Times that stamps on the whole document prove for this signature. */
  readonly times: readonly TrustedTime[];
}

const hourMs = 3_600_000;

/** The verdict on one signature: integrity, then whose certificate it is, then whether it stood at the moment that counts. */
export async function judgeSignature(found: SignatureCase, setting: Setting): Promise<SignatureVerdict> {
  const { cms, signer } = found;
  const { trust, now, evidence = [], revocation } = setting.options;
  const file = new RevocationFile([...evidence, ...evidenceOf(cms, signer)], revocation, now);
  const pool = [...cms.certificates, ...setting.pool];
  const certificate = certificateOf(signer, pool);
  const reasons = [...found.reasons, ...integrityReasons(cms, signer, certificate, found.content)];
  const time = await earliestTime(found, setting, file);
  const at = time === null ? now : new Date(time.time);
  const about = { signer, time, at, now };
  if (certificate === null) return verdict(about, reasons, { certificate, file, statuses: [] });
  const chain = findChain(certificate, trust.signing, [...trust.intermediates, ...pool]);
  reasons.push(...chain.reasons, ...(isForSigning(certificate) ? [] : (['not_for_signing'] as const)));
  const statuses = chain.reasons.length > 0 ? [] : await statusOfChain(chain, at, file);
  reasons.push(...(chain.reasons.length > 0 ? [] : momentReasons(chain, statuses, about)));
  return verdict(about, reasons, { certificate, file, statuses });
}

interface Moment {
  readonly signer: SignerInfo;
  readonly time: TrustedTime | null;
  readonly at: Date;
  readonly now: Date;
}

async function earliestTime(
  { signer, times }: SignatureCase,
  setting: Setting,
  file: RevocationFile,
): Promise<TrustedTime | null> {
  const token = unsignedAttribute(signer, oid.timeStampToken);
  const stamped = [signer.signature.valueBlock.valueHexView];
  const own = token === undefined ? null : await trustedTimeOf(rawOf(token).slice(), stamped, setting, file);
  const [earliest] = [...times, ...(own === null ? [] : [own])].sort((a, b) => a.time.localeCompare(b.time));
  return earliest ?? null;
}

/**
 * In force and not revoked at the trusted time. Without a trusted time the verdict is about now: what has ended since may
 * have stood when it was signed, so the answer is `undetermined`, unless the signer himself claims a time after the end.
 */
function momentReasons(chain: Chain, statuses: readonly RevocationStatus[], { signer, time, at }: Moment): Reason[] {
  const certain = time === null ? claimedTime(signer) : at;
  const reasons: Reason[] = [];
  const state = chainInForce(chain, at);
  if (state === 'not_yet') reasons.push('certificate_not_yet_valid');
  if (state === 'expired') {
    const hadEnded = certain !== null && chainInForce(chain, certain) === 'expired';
    reasons.push(hadEnded ? 'certificate_expired' : 'expired_without_time_stamp');
  }
  return [...reasons, ...statuses.flatMap((status) => revocationReasons(status, at, certain))];
}

function revocationReasons(status: RevocationStatus, at: Date, certain: Date | null): Reason[] {
  if (status.isUnavailable) return ['revocation_unavailable'];
  if (status.status === 'unknown') return ['revocation_unknown'];
  if (!isRevokedAt(status, at)) return [];
  if (status.reason === 'hold') return ['certificate_on_hold'];
  return [certain !== null && isRevokedAt(status, certain) ? 'certificate_revoked' : 'revoked_without_time_stamp'];
}

interface Grounds {
  readonly certificate: ParsedCertificate | null;
  readonly file: RevocationFile;
  readonly statuses: readonly RevocationStatus[];
}

function verdict(
  moment: Moment,
  reasons: readonly Reason[],
  { certificate, file, statuses }: Grounds,
): SignatureVerdict {
  const { signer, time, at, now } = moment;
  const found = byGravity([...reasons, time === null ? 'valid_now' : 'valid_at_time_stamp']);
  const [reason] = found as [Reason, ...Reason[]];
  return {
    validity: reasonTable[reason],
    reason,
    reasons: found.length === 1 ? found : found.filter((other) => reasonTable[other] !== 'valid'),
    signer: certificate === null ? null : signerOf(certificate),
    certificate: certificate?.der ?? null,
    algorithm: algorithmOf(signer),
    claimedTime: claimedTime(signer)?.toISOString() ?? null,
    trustedTime: time,
    verdictTime: at.toISOString(),
    revocation: statuses[0] ?? null,
    nextCheck: nextCheck(reason, statuses, time === null ? certificate : null, now),
    evidence: file.kept,
  };
}

/** What may still change: evidence that ends, a certificate that ends, a responder that was down. */
function nextCheck(
  reason: Reason,
  statuses: readonly RevocationStatus[],
  ending: ParsedCertificate | null,
  now: Date,
): string | null {
  if (reason === 'revocation_unavailable' || reason === 'revocation_unknown')
    return new Date(now.getTime() + hourMs).toISOString();
  if (reasonTable[reason] !== 'valid' && reason !== 'certificate_on_hold') return null;
  const ends = [freshUntil(statuses), ending?.x509.notAfter.value.toISOString() ?? null].filter((end) => end !== null);
  return ends.sort()[0] ?? null;
}

function algorithmOf(signer: SignerInfo): NonNullable<SignatureVerdict['algorithm']> {
  const { name } = signatureAlgorithm(signer.signatureAlgorithm.algorithmId);
  const digest = signer.digestAlgorithm.algorithmId;
  return {
    oid: signer.signatureAlgorithm.algorithmId,
    name,
    digest: digestName(digest) ?? signatureAlgorithm(digest).name,
  };
}

function claimedTime(signer: SignerInfo): Date | null {
  const value = signedAttribute(signer, oid.signingTime) as { toDate?: () => Date } | undefined;
  return value?.toDate?.() ?? null;
}
