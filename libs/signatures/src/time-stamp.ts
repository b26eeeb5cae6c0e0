import { TSTInfo, type SignerInfo } from 'pkijs';
import { digestName, digestOf, isWeakDigest } from './algorithms.js';
import { ifReadable, isSameBytes, parseAsn1, parsing } from './asn1.js';
import { certificateOf, evidenceOf, integrityReasons, openCms, type Cms } from './cms.js';
import { chainInForce, findChain, isForTimeStamps } from './chain.js';
import { statusOfChain, isRevokedAt } from './judge-chain.js';
import type { ParsedCertificate } from './certificate.js';
import { oid } from './oids.js';
import type { RevocationFile } from './revocation/status.js';
import type { Setting, TrustedTime } from './signature.js';
import { signerOf } from './signer.js';

/** Clocks may differ by so much. */
const driftMs = 5 * 60_000;

/**
 * The time that an RFC 3161 token proves for these bytes; `null` when it proves none: other bytes, wrong signature, an
 * authority that is not trusted, not for time stamps, not in force then, revoked, or of unknown revocation.
 */
export async function trustedTimeOf(
  token: Uint8Array,
  stamped: readonly Uint8Array[],
  setting: Setting,
  file: RevocationFile,
): Promise<TrustedTime | null> {
  const stamp = openToken(token);
  if (stamp === null || !isAbout(stamp.info, stamped)) return null;
  const certificate = stamperOf(stamp, setting.pool);
  const { genTime } = stamp.info;
  if (certificate === null || genTime.getTime() > setting.options.now.getTime() + driftMs) return null;
  const { trust } = setting.options;
  const chain = findChain(certificate, trust.timeStamps, [
    ...trust.intermediates,
    ...stamp.cms.certificates,
    ...setting.pool,
  ]);
  if (chain.reasons.length > 0 || chainInForce(chain, genTime) !== 'yes') return null;
  file.add(evidenceOf(stamp.cms, stamp.signer));
  const statuses = await statusOfChain(chain, genTime, file);
  const isClear = statuses.every((status) => status.status !== 'unknown' && !isRevokedAt(status, genTime));
  return isClear ? { time: genTime.toISOString(), authority: signerOf(certificate).name } : null;
}

export interface Stamp {
  readonly cms: Cms;
  readonly signer: SignerInfo;
  readonly info: TSTInfo;
}

/** The certificate that rightly signed the stamp and may stamp. */
export function stamperOf({ cms, signer }: Stamp, pool: readonly ParsedCertificate[]): ParsedCertificate | null {
  const certificate = certificateOf(signer, [...cms.certificates, ...pool]);
  if (certificate === null || !isForTimeStamps(certificate)) return null;
  return integrityReasons(cms, signer, certificate, [cms.content!]).length === 0 ? certificate : null;
}

export function openToken(token: Uint8Array): Stamp | null {
  return ifReadable(() => {
    const cms = openCms(token, true);
    const [signer] = cms.signers;
    if (cms.contentType !== oid.timeStampInfo || cms.content === null || signer === undefined) return null;
    return { cms, signer, info: parsing(() => new TSTInfo({ schema: parseAsn1(cms.content!) })) };
  });
}

export function isAbout({ messageImprint }: TSTInfo, stamped: readonly Uint8Array[]): boolean {
  const digest = digestName(messageImprint.hashAlgorithm.algorithmId);
  if (digest === null || isWeakDigest(digest)) return false;
  return isSameBytes(messageImprint.hashedMessage.valueBlock.valueHexView, digestOf(digest, ...stamped));
}
