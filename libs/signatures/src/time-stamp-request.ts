import { Integer, Null, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq, TimeStampResp } from 'pkijs';
import { digestOf } from './algorithms.js';
import { MalformedError, parseAsn1, parsing, rawOf, membersOf } from './asn1.js';
import { chainInForce, findChain } from './chain.js';
import type { TrustedTime } from './signature.js';
import { signerOf } from './signer.js';
import { isAbout, openToken, stamperOf } from './time-stamp.js';
import type { TrustStore } from './trust.js';

const sha256 = '2.16.840.1.101.3.4.2.1';

/** A request (RFC 3161, 2.4.1) for a stamp over the SHA-256 of these bytes, with the authority's certificate in the answer. */
export function timeStampRequest(bytes: Uint8Array, nonce: Uint8Array): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: new Uint8Array(digestOf('sha256', bytes)).slice().buffer }),
    }),
    nonce: integerOf(nonce),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

/**
 * The token in an answer (RFC 3161, 2.4.2), if it is about these bytes and this request. Throws `MalformedError` otherwise.
 * Whether the authority is trusted is another question: `stampedTime`.
 */
export function tokenOf(answer: Uint8Array, bytes: Uint8Array, nonce: Uint8Array): Uint8Array {
  const response = parsing(() => new TimeStampResp({ schema: parseAsn1(answer) }));
  const status: number = response.status.status;
  // 0 granted, 1 granted with modifications.
  if (status > 1) throw new MalformedError(`the authority refused: status ${status}`);
  const token = membersOf(parseAsn1(answer))[1];
  if (token === undefined) throw new MalformedError('the answer has no token');
  const raw = rawOf(token).slice();
  const stamp = openToken(raw);
  if (stamp === null || !isAbout(stamp.info, [bytes])) throw new MalformedError('the token is about other bytes');
  if (stamp.info.nonce === undefined || !stamp.info.nonce.isEqual(integerOf(nonce))) throw new MalformedError('the token answers another request');
  return raw;
}

/**
 * The time that a token proves for these bytes, judged by the trusted roots alone, as it can be years later and without a
 * network: revocation is not asked for. `null` when it proves none.
 */
export function stampedTime(token: Uint8Array, bytes: Uint8Array, trust: TrustStore): TrustedTime | null {
  const stamp = openToken(token);
  if (stamp === null || !isAbout(stamp.info, [bytes])) return null;
  const certificate = stamperOf(stamp, []);
  if (certificate === null) return null;
  const chain = findChain(certificate, trust.timeStamps, [...trust.intermediates, ...stamp.cms.certificates]);
  const { genTime } = stamp.info;
  if (chain.reasons.length > 0 || chainInForce(chain, genTime) !== 'yes') return null;
  return { time: genTime.toISOString(), authority: signerOf(certificate).name };
}

/** The highest bit stays clear, so that the number is positive. */
function integerOf(nonce: Uint8Array): Integer {
  const bytes = nonce.slice();
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return new Integer({ valueHex: bytes.buffer });
}
