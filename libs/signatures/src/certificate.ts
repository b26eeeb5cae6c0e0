import { createHash } from 'node:crypto';
import type { BitString } from 'asn1js';
import { Certificate, type Extension } from 'pkijs';
import { checkMath, type MathAnswer } from './algorithms.js';
import { hex, isSameBytes, membersOf, parseAsn1, parsing, rawOf } from './asn1.js';
import { oid } from './oids.js';

/** A certificate, parsed, with the bytes it came from. */
export interface ParsedCertificate {
  readonly der: Uint8Array;
  readonly x509: Certificate;
  /** SHA-256 of `der`, hexadecimal. */
  readonly fingerprint: string;
  /** SubjectPublicKeyInfo in DER. */
  readonly publicKey: Uint8Array;
}

/** Bits of the key usage extension, from the left. */
export const keyUse = { digitalSignature: 0, nonRepudiation: 1, certificateSigning: 5, crlSigning: 6 } as const;

/** Throws `MalformedError`. */
export function parseCertificate(der: Uint8Array): ParsedCertificate {
  return parsing(() => {
    const asn1 = parseAsn1(der);
    const x509 = new Certificate({ schema: asn1 });
    const tbs = membersOf(membersOf(asn1)[0]);
    // The version is tagged and may be absent.
    const isVersioned = tbs[0]!.idBlock.tagClass === 3;
    return {
      der,
      x509,
      fingerprint: createHash('sha256').update(der).digest('hex'),
      publicKey: rawOf(tbs[isVersioned ? 6 : 5]).slice(),
    };
  });
}

export function isInForce({ x509 }: ParsedCertificate, at: Date): 'yes' | 'not_yet' | 'expired' {
  if (at < x509.notBefore.value) return 'not_yet';
  return at > x509.notAfter.value ? 'expired' : 'yes';
}

export function extensionOf({ x509 }: ParsedCertificate, identifier: string): Extension | undefined {
  return x509.extensions?.find((extension) => extension.extnID === identifier);
}

/** Object identifiers of the extended key usage. */
export function extendedUses(certificate: ParsedCertificate): readonly string[] {
  const parsed = extensionOf(certificate, oid.extendedKeyUsage)?.parsedValue as { keyPurposes?: string[] } | undefined;
  return parsed?.keyPurposes ?? [];
}

/** Whether the key may be used so; a certificate without the extension allows everything. */
export function mayBeUsedFor(certificate: ParsedCertificate, use: keyof typeof keyUse): boolean {
  const bits = extensionOf(certificate, oid.keyUsage)?.parsedValue as BitString | undefined;
  if (bits === undefined) return true;
  const bit = keyUse[use];
  return ((bits.valueBlock.valueHexView[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0;
}

/** How many authorities may stand below it; `null`: it is no authority. */
export function authorityDepth(certificate: ParsedCertificate): number | null {
  const parsed = extensionOf(certificate, oid.basicConstraints)?.parsedValue as
    { cA: boolean; pathLenConstraint?: unknown } | undefined;
  if (parsed?.cA !== true || !mayBeUsedFor(certificate, 'certificateSigning')) return null;
  return typeof parsed.pathLenConstraint === 'number' ? parsed.pathLenConstraint : Number.POSITIVE_INFINITY;
}

const understood = new Set<string>([
  oid.subjectKeyIdentifier,
  oid.keyUsage,
  oid.subjectAlternativeName,
  oid.basicConstraints,
  oid.crlDistributionPoints,
  oid.certificatePolicies,
  oid.authorityKeyIdentifier,
  oid.extendedKeyUsage,
]);

/** A critical extension that is not understood forbids to rely on the certificate (RFC 5280, 4.2). */
export function isUnderstood({ x509 }: ParsedCertificate): boolean {
  return (x509.extensions ?? []).every((extension) => !extension.critical || understood.has(extension.extnID));
}

export function isNamedIssuer(issuer: ParsedCertificate, certificate: ParsedCertificate): boolean {
  return issuer.x509.subject.isEqual(certificate.x509.issuer);
}

export function checkIssuedBy(issuer: ParsedCertificate, { x509 }: ParsedCertificate): MathAnswer {
  return checkMath({
    data: x509.tbsView,
    signature: x509.signatureValue.valueBlock.valueHexView,
    publicKey: issuer.publicKey,
    algorithm: x509.signatureAlgorithm,
  });
}

/** The certificate says by the key's identifier that exactly this issuer's key signed it. */
export function namesKeyOf(issuer: ParsedCertificate, certificate: ParsedCertificate): boolean {
  const authority = extensionOf(certificate, oid.authorityKeyIdentifier)?.parsedValue as
    { keyIdentifier?: { valueBlock: { valueHexView: Uint8Array } } } | undefined;
  const subject = extensionOf(issuer, oid.subjectKeyIdentifier)?.parsedValue as
    { valueBlock: { valueHexView: Uint8Array } } | undefined;
  if (authority?.keyIdentifier === undefined || subject === undefined) return false;
  return isSameBytes(authority.keyIdentifier.valueBlock.valueHexView, subject.valueBlock.valueHexView);
}

export function serialOf({ x509 }: ParsedCertificate): string {
  return hex(x509.serialNumber.valueBlock.valueHexView).replace(/^(00)+(?=.)/u, '');
}
