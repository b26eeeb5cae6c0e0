import type { Enumerated } from 'asn1js';
import { CertificateRevocationList, type RevokedCertificate } from 'pkijs';
import { checkMath } from '../algorithms.js';
import { hex, parseAsn1, parsing } from '../asn1.js';
import { mayBeUsedFor, type ParsedCertificate } from '../certificate.js';
import { oid } from '../oids.js';
import { dayAfter, readOnce, revocationReason, type RevocationEvidence, type RevocationStatement } from './evidence.js';

/** What a revocation list says about a certificate of its issuer; `null`: nothing that may be relied on. Throws `MalformedError`. */
export function statementOfList(
  evidence: RevocationEvidence,
  certificate: ParsedCertificate,
  issuer: ParsedCertificate,
): RevocationStatement | null {
  const list = readOnce(evidence, readList);
  if (!isOf(list, issuer) || isPartial(list)) return null;
  const thisUpdate = list.thisUpdate.value;
  const entry = entryOf(list, certificate);
  const common = { evidence, thisUpdate, nextUpdate: list.nextUpdate?.value ?? dayAfter(thisUpdate) };
  if (entry !== undefined)
    return { ...common, status: 'revoked', revokedAt: entry.revocationDate.value, reason: reasonOf(entry) };
  // Expired certificates are taken off the list: silence then proves nothing.
  return thisUpdate > certificate.x509.notAfter.value ? null : { ...common, status: 'good' };
}

function readList(der: Uint8Array): CertificateRevocationList {
  return parsing(() => new CertificateRevocationList({ schema: parseAsn1(der) }));
}

function isOf(list: CertificateRevocationList, issuer: ParsedCertificate): boolean {
  if (!list.issuer.isEqual(issuer.x509.subject) || !mayBeUsedFor(issuer, 'crlSigning')) return false;
  const { outcome, isWeak } = checkMath({
    data: list.tbsView,
    signature: list.signatureValue.valueBlock.valueHexView,
    publicKey: issuer.publicKey,
    algorithm: list.signatureAlgorithm,
  });
  return outcome === 'right' && !isWeak;
}

/** Differences, indirect lists and lists for some certificates only mark themselves by critical extensions. */
function isPartial(list: CertificateRevocationList): boolean {
  return list.crlExtensions?.extensions.some((extension) => extension.critical) ?? false;
}

function entryOf(list: CertificateRevocationList, { x509 }: ParsedCertificate): RevokedCertificate | undefined {
  const serial = hex(x509.serialNumber.valueBlock.valueHexView);
  return list.revokedCertificates?.find((entry) => hex(entry.userCertificate.valueBlock.valueHexView) === serial);
}

function reasonOf(entry: RevokedCertificate): ReturnType<typeof revocationReason> {
  const extension = entry.crlEntryExtensions?.extensions.find(({ extnID }) => extnID === oid.reasonCode);
  return revocationReason((extension?.parsedValue as Enumerated | undefined)?.valueBlock.valueDec);
}
