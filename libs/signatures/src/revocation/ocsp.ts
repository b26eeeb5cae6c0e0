import type { BaseBlock, Enumerated, GeneralizedTime } from 'asn1js';
import { BasicOCSPResponse, OCSPResponse, type SingleResponse } from 'pkijs';
import { checkMath, digestName, digestOf } from '../algorithms.js';
import { hex, isSameBytes, membersOf, parseAsn1, parsing, rawOf } from '../asn1.js';
import {
  checkIssuedBy,
  extendedUses,
  isInForce,
  isNamedIssuer,
  parseCertificate,
  type ParsedCertificate,
} from '../certificate.js';
import { oid } from '../oids.js';
import { dayAfter, readOnce, revocationReason, type RevocationEvidence, type RevocationStatement } from './evidence.js';

/** What a responder said about a certificate; `null`: nothing that may be relied on. Throws `MalformedError`. */
export function statementOfResponder(
  evidence: RevocationEvidence,
  certificate: ParsedCertificate,
  issuer: ParsedCertificate,
): RevocationStatement | null {
  const answer = readOnce(evidence, readAnswer);
  const single = answer?.response.tbsResponseData.responses.find((response) => isAbout(response, certificate, issuer));
  if (answer === null || single === undefined || !isByResponder(answer, issuer)) return null;
  const { thisUpdate } = single;
  return { evidence, ...statusOf(single), thisUpdate, nextUpdate: single.nextUpdate ?? dayAfter(thisUpdate) };
}

interface Answer {
  readonly response: BasicOCSPResponse;
  readonly certificates: readonly ParsedCertificate[];
}

function readAnswer(der: Uint8Array): Answer | null {
  return parsing(() => openAnswer(der));
}

/** A whole answer or its basic part alone; `null`: the responder declined to answer. */
function openAnswer(der: Uint8Array): Answer | null {
  const asn1 = parseAsn1(der);
  const isWhole = membersOf(asn1)[0]?.idBlock.tagNumber === 10;
  const basic = isWhole ? basicOf(new OCSPResponse({ schema: asn1 })) : asn1;
  if (basic === null) return null;
  const [tagged] = membersOf(basic).slice(3);
  const certificates = membersOf(membersOf(tagged)[0]).map((block) => parseCertificate(rawOf(block).slice()));
  return { response: new BasicOCSPResponse({ schema: basic }), certificates };
}

function basicOf(answer: OCSPResponse): BaseBlock | null {
  if (answer.responseStatus.valueBlock.valueDec !== 0 || answer.responseBytes?.responseType !== oid.basicOcsp)
    return null;
  return parseAsn1(answer.responseBytes.response.valueBlock.valueHexView);
}

function isAbout({ certID }: SingleResponse, { x509 }: ParsedCertificate, issuer: ParsedCertificate): boolean {
  const digest = digestName(certID.hashAlgorithm.algorithmId);
  if (digest === null) return false;
  const key = issuer.x509.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView;
  return (
    isSameBytes(
      certID.issuerNameHash.valueBlock.valueHexView,
      digestOf(digest, new Uint8Array(issuer.x509.subject.valueBeforeDecode)),
    ) &&
    isSameBytes(certID.issuerKeyHash.valueBlock.valueHexView, digestOf(digest, key)) &&
    hex(certID.serialNumber.valueBlock.valueHexView) === hex(x509.serialNumber.valueBlock.valueHexView)
  );
}

/** Signed by the issuer itself, or by somebody whom the issuer appointed for it (RFC 6960, 4.2.2.2). */
function isByResponder({ response, certificates }: Answer, issuer: ParsedCertificate): boolean {
  const { producedAt } = response.tbsResponseData;
  const appointed = certificates.filter(
    (candidate) =>
      isNamedIssuer(issuer, candidate) &&
      extendedUses(candidate).includes(oid.ocspSigning) &&
      isInForce(candidate, producedAt) === 'yes' &&
      isSound(checkIssuedBy(issuer, candidate)),
  );
  return [issuer, ...appointed].some((responder) =>
    isSound(
      checkMath({
        data: response.tbsResponseData.tbsView,
        signature: response.signature.valueBlock.valueHexView,
        publicKey: responder.publicKey,
        algorithm: response.signatureAlgorithm,
      }),
    ),
  );
}

function isSound({ outcome, isWeak }: ReturnType<typeof checkMath>): boolean {
  return outcome === 'right' && !isWeak;
}

function statusOf(single: SingleResponse): Pick<RevocationStatement, 'status' | 'revokedAt' | 'reason'> {
  const block = single.certStatus as BaseBlock;
  if (block.idBlock.tagNumber === 0) return { status: 'good' };
  if (block.idBlock.tagNumber !== 1) return { status: 'unknown' };
  const [time, tagged] = membersOf(block);
  const reason = membersOf(tagged)[0] as Enumerated | undefined;
  return {
    status: 'revoked',
    revokedAt: (time as GeneralizedTime).toDate(),
    reason: revocationReason(reason?.valueBlock.valueDec),
  };
}
