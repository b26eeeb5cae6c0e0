import {
  authorityDepth,
  checkIssuedBy,
  extendedUses,
  isInForce,
  isNamedIssuer,
  isUnderstood,
  mayBeUsedFor,
  namesKeyOf,
  type ParsedCertificate,
} from './certificate.js';
import { oid } from './oids.js';
import type { Reason } from './reasons.js';

/** From the signer up to the anchor. Without `reasons` it leads to somebody trusted by sound steps (times not looked at). */
export interface Chain {
  readonly certificates: readonly ParsedCertificate[];
  readonly reasons: readonly Reason[];
}

const longest = 6;
/** A signature may bring along any number of certificates that certify one another. */
const mostSteps = 200;

/** Looks for a path from a certificate to an anchor through certificates that anybody may have supplied. */
export function findChain(
  leaf: ParsedCertificate,
  anchors: readonly ParsedCertificate[],
  pool: readonly ParsedCertificate[],
): Chain {
  const search: Search = { anchors, pool, failures: new Set(), steps: 0 };
  const path = climb([leaf], search);
  if (path !== null) return { certificates: path, reasons: unfitReasons(path) };
  if (search.failures.size > 0) return { certificates: [leaf], reasons: [...search.failures] };
  return { certificates: [leaf], reasons: [isNamedIssuer(leaf, leaf) ? 'self_signed' : 'unknown_issuer'] };
}

interface Search {
  readonly anchors: readonly ParsedCertificate[];
  readonly pool: readonly ParsedCertificate[];
  readonly failures: Set<Reason>;
  steps: number;
}

function climb(path: readonly ParsedCertificate[], search: Search): ParsedCertificate[] | null {
  const top = path.at(-1)!;
  if (search.anchors.some((anchor) => anchor.fingerprint === top.fingerprint)) return [...path];
  if (path.length >= longest) return null;
  for (const issuer of [...search.anchors, ...search.pool]) {
    if (path.includes(issuer) || !isNamedIssuer(issuer, top)) continue;
    search.steps += 1;
    if (search.steps > mostSteps) return null;
    const found = didIssue(issuer, top, search) ? climb([...path, issuer], search) : null;
    if (found !== null) return found;
  }
  return null;
}

/** Only against an anchor may a wrong signature be called a forgery: anything else may be a false issuer of the same name. */
function didIssue(issuer: ParsedCertificate, certificate: ParsedCertificate, { anchors, failures }: Search): boolean {
  const { outcome } = checkIssuedBy(issuer, certificate);
  if (outcome === 'unsupported') failures.add('algorithm_unsupported');
  const isForged = outcome === 'wrong' && anchors.includes(issuer) && namesKeyOf(issuer, certificate);
  if (isForged) failures.add('certificate_forged');
  return outcome === 'right';
}

function unfitReasons(path: readonly ParsedCertificate[]): Reason[] {
  const reasons: Reason[] = [];
  path.forEach((certificate, index) => {
    const issuer = path[index + 1];
    if (!isUnderstood(certificate)) reasons.push('certificate_unfit');
    if (issuer === undefined) return;
    const depth = authorityDepth(issuer);
    if (depth === null || depth < index) reasons.push('certificate_unfit');
    if (checkIssuedBy(issuer, certificate).isWeak) reasons.push('weak_algorithm');
  });
  return reasons;
}

/** Every certificate of the chain in force at that moment; the first that is not says why. */
export function chainInForce({ certificates }: Chain, at: Date): 'yes' | 'not_yet' | 'expired' {
  return certificates.map((certificate) => isInForce(certificate, at)).find((state) => state !== 'yes') ?? 'yes';
}

/** The authority gives out separate keys for signing and for logging in; only the first carries `nonRepudiation`. */
export function isForSigning(certificate: ParsedCertificate): boolean {
  return mayBeUsedFor(certificate, 'nonRepudiation');
}

/** Time stamping must be the only use, and critical (RFC 3161, 2.3). */
export function isForTimeStamps(certificate: ParsedCertificate): boolean {
  const uses = extendedUses(certificate);
  const extension = certificate.x509.extensions?.find(({ extnID }) => extnID === oid.extendedKeyUsage);
  return uses.length === 1 && uses[0] === oid.timeStamping && extension?.critical === true;
}
