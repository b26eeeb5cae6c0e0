import { createHash } from 'node:crypto';
import type { ParsedCertificate } from '../certificate.js';

/** A list or an answer of a responder, in DER, as it came: kept beside the verdict, so that the verdict can be repeated. */
export interface RevocationEvidence {
  readonly type: 'crl' | 'ocsp';
  readonly der: Uint8Array;
}

export interface RevocationQuestion {
  readonly certificate: ParsedCertificate;
  readonly issuer: ParsedCertificate;
  /** Addresses that the certificate itself names. */
  readonly ocspUrls: readonly string[];
  readonly crlUrls: readonly string[];
}

/** The door to responders and lists: network, or a folder that the administrator fills. */
export abstract class RevocationSource {
  /** What is known about the certificate; rejects when nobody answers. Answers are verified by the caller. */
  abstract evidenceFor(question: RevocationQuestion): Promise<readonly RevocationEvidence[]>;
}

/** What one piece of evidence, verified, says about a certificate. */
export interface RevocationStatement {
  readonly evidence: RevocationEvidence;
  readonly status: 'good' | 'revoked' | 'unknown';
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  readonly revokedAt?: Date;
  readonly reason?: RevocationReason;
}

export const revocationReasons = [
  'unspecified',
  'key_compromise',
  'authority_compromise',
  'affiliation_changed',
  'superseded',
  'cessation',
  'hold',
  'unspecified',
  'removed',
  'privilege_withdrawn',
  'attribute_authority_compromise',
] as const;
export type RevocationReason = (typeof revocationReasons)[number];

export function revocationReason(code: unknown): RevocationReason {
  return (typeof code === 'number' ? revocationReasons[code] : undefined) ?? 'unspecified';
}

/** The same evidence once. */
export function withoutTwins(evidence: readonly RevocationEvidence[]): RevocationEvidence[] {
  const known = new Map(evidence.map((piece) => [createHash('sha256').update(piece.der).digest('hex'), piece]));
  return [...known.values()];
}

/** Evidence that says no time of the next one is taken as fresh for a day. */
export function dayAfter(date: Date): Date {
  return new Date(date.getTime() + 24 * 3_600_000);
}

const read = new WeakMap<RevocationEvidence, unknown>();

/** Lists may be long and are asked for every certificate: one piece of evidence is parsed once. */
export function readOnce<T>(evidence: RevocationEvidence, parse: (der: Uint8Array) => T): T {
  if (!read.has(evidence)) read.set(evidence, parse(evidence.der));
  return read.get(evidence) as T;
}
