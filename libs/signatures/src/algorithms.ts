import { constants, createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { RSASSAPSSParams, type AlgorithmIdentifier } from 'pkijs';

export type DigestName = 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512';
type Scheme = 'rsa' | 'rsa-pss' | 'ecdsa';

export interface SignatureAlgorithm {
  readonly oid: string;
  readonly name: string;
  readonly scheme: Scheme | null;
  /** `null`: the digest algorithm beside the signature says it. */
  readonly digest: DigestName | null;
}

const digests: Readonly<Record<string, DigestName>> = {
  '1.2.840.113549.2.5': 'md5',
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

const schemes: Readonly<Record<string, readonly [name: string, scheme: Scheme, digest: DigestName | null]>> = {
  '1.2.840.113549.1.1.1': ['RSA', 'rsa', null],
  '1.2.840.113549.1.1.4': ['RSA MD5', 'rsa', 'md5'],
  '1.2.840.113549.1.1.5': ['RSA SHA-1', 'rsa', 'sha1'],
  '1.2.840.113549.1.1.10': ['RSASSA-PSS', 'rsa-pss', null],
  '1.2.840.113549.1.1.11': ['RSA SHA-256', 'rsa', 'sha256'],
  '1.2.840.113549.1.1.12': ['RSA SHA-384', 'rsa', 'sha384'],
  '1.2.840.113549.1.1.13': ['RSA SHA-512', 'rsa', 'sha512'],
  '1.2.840.113549.1.1.14': ['RSA SHA-224', 'rsa', 'sha224'],
  '1.2.840.10045.2.1': ['ECDSA', 'ecdsa', null],
  '1.2.840.10045.4.1': ['ECDSA SHA-1', 'ecdsa', 'sha1'],
  '1.2.840.10045.4.3.1': ['ECDSA SHA-224', 'ecdsa', 'sha224'],
  '1.2.840.10045.4.3.2': ['ECDSA SHA-256', 'ecdsa', 'sha256'],
  '1.2.840.10045.4.3.3': ['ECDSA SHA-384', 'ecdsa', 'sha384'],
  '1.2.840.10045.4.3.4': ['ECDSA SHA-512', 'ecdsa', 'sha512'],
};

/** Known by name and not verified: no well-kept library of them exists for this platform. The longest prefix names it. */
const namedOnly: readonly (readonly [prefix: string, name: string])[] = [
  ['1.2.398.3.10.1.1.2.3.1', 'ГОСТ 34.10-2015 (256)'],
  ['1.2.398.3.10.1.1.2.3.2', 'ГОСТ 34.10-2015 (512)'],
  ['1.2.398.3.10.1.1.2', 'ГОСТ 34.10-2015'],
  ['1.2.398.3.10.1.1.1', 'ГОСТ 34.310-2004'],
  ['1.2.398.3.10.1.3', 'ГОСТ 34.11-2015'],
  ['1.2.643.7.1.1.1.1', 'ГОСТ Р 34.10-2012 (256)'],
  ['1.2.643.7.1.1.1.2', 'ГОСТ Р 34.10-2012 (512)'],
  ['1.2.643.7.1.1.3.2', 'ГОСТ Р 34.10-2012 (256)'],
  ['1.2.643.7.1.1.3.3', 'ГОСТ Р 34.10-2012 (512)'],
  ['1.2.643.7.1.1', 'ГОСТ Р 34.10-2012'],
];

/** The names of Kazakhstan's and Russia's GOST included; an unknown identifier is its own name. */
export function signatureAlgorithm(identifier: string): SignatureAlgorithm {
  const [name, scheme, digest] = schemes[identifier] ?? [nameOf(identifier), null, null];
  return { oid: identifier, name, scheme, digest };
}

function nameOf(identifier: string): string {
  return namedOnly.find(([prefix]) => identifier === prefix || identifier.startsWith(`${prefix}.`))?.[1] ?? identifier;
}

export function digestName(identifier: string): DigestName | null {
  return digests[identifier] ?? null;
}

export function digestOf(name: DigestName, ...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash(name);
  for (const part of parts) hash.update(part);
  return hash.digest();
}

export interface SignedBytes {
  readonly data: Uint8Array;
  readonly signature: Uint8Array;
  /** SubjectPublicKeyInfo in DER. */
  readonly publicKey: Uint8Array;
  readonly algorithm: AlgorithmIdentifier;
  /** Where the signature algorithm itself names no digest. */
  readonly digest?: DigestName | null;
}

export interface MathAnswer {
  readonly outcome: 'right' | 'wrong' | 'unsupported';
  readonly isWeak: boolean;
}

/** The arithmetic alone: does this signature of these bytes belong to this key? */
export function checkMath(signed: SignedBytes): MathAnswer {
  const method = methodOf(signed);
  if (method === null) return unsupported;
  const { digest, key, padding } = method;
  const isRight = ifPossible(() => verify(digest, signed.data, { key, ...padding }, signed.signature));
  if (isRight === null) return unsupported;
  return { outcome: isRight ? 'right' : 'wrong', isWeak: isWeakDigest(digest) || isWeakKey(key) };
}

const unsupported: MathAnswer = { outcome: 'unsupported', isWeak: false };

interface Method {
  readonly digest: DigestName;
  readonly key: KeyObject;
  readonly padding: { readonly padding?: number; readonly saltLength?: number };
}

function methodOf({ algorithm, digest: beside, publicKey }: SignedBytes): Method | null {
  const { scheme, digest: own } = signatureAlgorithm(algorithm.algorithmId);
  const key = scheme === null ? null : keyOf(publicKey);
  if (scheme === null || key === null || !fits(key, scheme)) return null;
  if (scheme === 'rsa-pss') return pssOf(algorithm, key);
  const digest = own ?? beside ?? null;
  return digest === null ? null : { digest, key, padding: {} };
}

/** What the platform's cryptography refuses to compute with. */
function ifPossible<T>(compute: () => T): T | null {
  try {
    return compute();
  } catch {
    return null;
  }
}

/** Collisions of these can be made; a signature over them proves nothing. */
export function isWeakDigest(digest: DigestName): boolean {
  return digest === 'md5' || digest === 'sha1';
}

function isWeakKey(key: KeyObject): boolean {
  const length = key.asymmetricKeyDetails?.modulusLength;
  return length !== undefined && length < 2048;
}

function keyOf(publicKey: Uint8Array): KeyObject | null {
  return ifPossible(() => createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' }));
}

function fits(key: KeyObject, scheme: Scheme): boolean {
  return scheme === 'ecdsa' ? key.asymmetricKeyType === 'ec' : (key.asymmetricKeyType ?? '').startsWith('rsa');
}

function pssOf({ algorithmParams }: AlgorithmIdentifier, key: KeyObject): Method | null {
  const schema = algorithmParams as unknown;
  const parameters = ifPossible(() => new RSASSAPSSParams(schema === undefined ? {} : { schema }));
  const digest = digestName(parameters?.hashAlgorithm.algorithmId ?? '');
  if (parameters === null || digest === null) return null;
  return { digest, key, padding: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: parameters.saltLength } };
}
