import type { OctetString } from 'asn1js';
import { ContentInfo, SignedData, type Attribute, type IssuerAndSerialNumber, type SignerInfo } from 'pkijs';
import { checkMath, digestName, digestOf, isWeakDigest, type DigestName } from './algorithms.js';
import { isSameBytes, MalformedError, membersOf, parseAsn1, parsing, rawOf } from './asn1.js';
import { extensionOf, parseCertificate, type ParsedCertificate } from './certificate.js';
import { oid } from './oids.js';
import type { Reason } from './reasons.js';
import type { RevocationEvidence } from './revocation/evidence.js';

/** Signed data, taken apart. */
export interface Cms {
  /** What was signed, when it is inside. */
  readonly content: Uint8Array | null;
  readonly contentType: string;
  readonly certificates: readonly ParsedCertificate[];
  readonly evidence: readonly RevocationEvidence[];
  readonly signers: readonly SignerInfo[];
}

/** Throws `MalformedError`: not CMS signed data. `mayBePadded`: zeros may follow, as in a PDF. */
export function openCms(bytes: Uint8Array, mayBePadded = false): Cms {
  return parsing(() => {
    const info = new ContentInfo({ schema: parseAsn1(bytes, mayBePadded) });
    if (info.contentType !== oid.signedData) throw new MalformedError('not signed data');
    // Before the next step, which changes the tags of what it reads.
    const supplies = suppliesOf(membersOf(info.content));
    const data = new SignedData({ schema: info.content as unknown });
    return {
      content:
        data.encapContentInfo.eContent === undefined ? null : new Uint8Array(data.encapContentInfo.eContent.getValue()),
      contentType: data.encapContentInfo.eContentType,
      ...supplies,
      signers: data.signerInfos,
    };
  });
}

/** Certificates under [0], revocation lists and answers under [1]; as bytes, because their own bytes were signed. */
function suppliesOf(members: readonly unknown[]): Pick<Cms, 'certificates' | 'evidence'> {
  const tagged = (tag: number): unknown[] => {
    const block = members.find((member) => isTagged(member, tag));
    return membersOf(block);
  };
  return {
    certificates: tagged(0)
      .filter(isSequence)
      .map((block) => parseCertificate(rawOf(block).slice())),
    evidence: tagged(1).flatMap(evidenceIn),
  };
}

function evidenceIn(block: unknown): RevocationEvidence[] {
  if (isSequence(block)) return [{ type: 'crl', der: rawOf(block).slice() }];
  const [, answer] = membersOf(block);
  return answer === undefined ? [] : [{ type: 'ocsp', der: rawOf(answer).slice() }];
}

type Tagged = { idBlock: { tagClass: number; tagNumber: number } };
const isTagged = (block: unknown, tag: number): boolean => {
  const { idBlock } = block as Tagged;
  return idBlock.tagClass === 3 && idBlock.tagNumber === tag;
};
const isSequence = (block: unknown): boolean => {
  const { idBlock } = block as Tagged;
  return idBlock.tagClass === 1 && idBlock.tagNumber === 16;
};

export function signedAttribute(signer: SignerInfo, type: string): unknown {
  return valueOf(signer.signedAttrs?.attributes, type);
}

export function unsignedAttribute(signer: SignerInfo, type: string): unknown {
  return valueOf(signer.unsignedAttrs?.attributes, type);
}

function valueOf(attributes: readonly Attribute[] | undefined, type: string): unknown {
  return attributes?.find((attribute) => attribute.type === type)?.values[0];
}

/** The certificate that the signature names by issuer and number, or by the key's identifier. */
export function certificateOf(
  signer: SignerInfo,
  certificates: readonly ParsedCertificate[],
): ParsedCertificate | null {
  return certificates.find((certificate) => isNamed(signer.sid, certificate)) ?? null;
}

function isNamed(sid: unknown, certificate: ParsedCertificate): boolean {
  if (isIssuerAndSerial(sid)) {
    return sid.issuer.isEqual(certificate.x509.issuer) && sid.serialNumber.isEqual(certificate.x509.serialNumber);
  }
  const identifier = extensionOf(certificate, oid.subjectKeyIdentifier)?.parsedValue as OctetString | undefined;
  const named = (sid as OctetString | undefined)?.valueBlock.valueHexView;
  return identifier !== undefined && named !== undefined && isSameBytes(identifier.valueBlock.valueHexView, named);
}

function isIssuerAndSerial(sid: unknown): sid is IssuerAndSerialNumber {
  return typeof sid === 'object' && sid !== null && 'issuer' in sid;
}

/** Everything about one signature that needs no trust: digest, signed attributes, arithmetic. Empty: all right. */
export function integrityReasons(
  cms: Cms,
  signer: SignerInfo,
  certificate: ParsedCertificate | null,
  content: readonly Uint8Array[] | null,
): Reason[] {
  if (content === null) return ['content_missing'];
  if (signer.signedAttrs === undefined) return ['no_signed_attributes'];
  const digest = digestName(signer.digestAlgorithm.algorithmId);
  const reasons = digest === null ? [] : digestReasons(cms, signer, digest, content);
  if (certificate === null) return [...reasons, 'certificate_missing'];
  if (!isNamedByAttribute(signer, certificate)) reasons.push('certificate_swapped');
  return [...reasons, ...mathReasons(signer, certificate, digest)];
}

function mathReasons(signer: SignerInfo, certificate: ParsedCertificate, digest: DigestName | null): Reason[] {
  const { outcome, isWeak } = checkMath({
    data: new Uint8Array(signer.signedAttrs!.encodedValue),
    signature: signer.signature.valueBlock.valueHexView,
    publicKey: certificate.publicKey,
    algorithm: signer.signatureAlgorithm,
    digest,
  });
  const reasons: Reason[] = isWeak ? ['weak_algorithm'] : [];
  if (outcome === 'wrong') return [...reasons, 'signature_wrong'];
  return outcome === 'unsupported' || digest === null ? [...reasons, 'algorithm_unsupported'] : reasons;
}

function digestReasons(cms: Cms, signer: SignerInfo, name: DigestName, content: readonly Uint8Array[]): Reason[] {
  const type = signedAttribute(signer, oid.contentType) as { valueBlock: { toString(): string } } | undefined;
  const digest = signedAttribute(signer, oid.messageDigest) as OctetString | undefined;
  if (type?.valueBlock.toString() !== cms.contentType || digest === undefined) return ['malformed'];
  const reasons: Reason[] = isWeakDigest(name) ? ['weak_algorithm'] : [];
  return isSameBytes(digest.valueBlock.valueHexView, digestOf(name, ...content))
    ? reasons
    : [...reasons, 'content_changed'];
}

/** The attribute binds the very certificate, so that another one of the same key cannot be put in its place (RFC 5035). */
function isNamedByAttribute(signer: SignerInfo, certificate: ParsedCertificate): boolean {
  return [oid.signingCertificateV2, oid.signingCertificate].every((type) => {
    const named = membersOf(membersOf(membersOf(signedAttribute(signer, type))[0])[0]);
    if (named.length === 0) return true;
    const [algorithm, hash] = isSequence(named[0]) ? [named[0], named[1]] : [null, named[0]];
    const byDefault = type === oid.signingCertificate ? 'sha1' : 'sha256';
    const digest = algorithm === null ? byDefault : digestName(identifierIn(algorithm));
    // A digest that is not known binds nothing, but is no proof of a swap either.
    return (
      digest === null || isSameBytes((hash as OctetString).valueBlock.valueHexView, digestOf(digest, certificate.der))
    );
  });
}

function identifierIn(algorithm: unknown): string {
  const [identifier] = membersOf(algorithm);
  return String((identifier as unknown as { valueBlock: { toString(): string } }).valueBlock.toString());
}

/** Revocation answers that signing programs put beside their signature. */
export function evidenceOf(cms: Cms, signer: SignerInfo): RevocationEvidence[] {
  const archives = [signedAttribute(signer, oid.adobeRevocation), unsignedAttribute(signer, oid.revocationValues)];
  return [...cms.evidence, ...archives.flatMap((archive) => membersOf(archive).flatMap(archived))];
}

/** [0] lists, [1] answers: in both attributes alike. */
function archived(tagged: unknown): RevocationEvidence[] {
  const type = isTagged(tagged, 0) ? 'crl' : 'ocsp';
  return membersOf(membersOf(tagged)[0]).map((block) => ({ type, der: rawOf(block).slice() }));
}
