import type { ParsedCertificate } from './certificate.js';
import type { Reason, Validity } from './reasons.js';
import type { RevocationEvidence, RevocationSource } from './revocation/evidence.js';
import type { RevocationStatus } from './revocation/status.js';
import type { Signer } from './signer.js';
import type { TrustStore } from './trust.js';

/** What a verification rests on, besides the signed bytes. */
export interface VerifyOptions {
  readonly trust: TrustStore;
  /** The moment of checking. */
  readonly now: Date;
  /** Lists and answers that were kept from an earlier verification. */
  readonly evidence?: readonly RevocationEvidence[];
  /** Absent: nobody is asked. */
  readonly revocation?: RevocationSource;
}

/** A moment that a time-stamp authority vouches for. */
export interface TrustedTime {
  readonly time: string;
  /** Common name of the authority. */
  readonly authority: string;
}

/** The verdict on one signature. Times in ISO. */
export interface SignatureVerdict {
  readonly validity: Validity;
  /** The reason that decides. */
  readonly reason: Reason;
  /** All reasons found, the graver first. */
  readonly reasons: readonly Reason[];
  readonly signer: Signer | null;
  /** Certificate of the signer in DER. */
  readonly certificate: Uint8Array | null;
  readonly algorithm: { readonly oid: string; readonly name: string; readonly digest: string } | null;
  /** What the signer's own clock said; nobody vouches for it. */
  readonly claimedTime: string | null;
  readonly trustedTime: TrustedTime | null;
  /** The moment the verdict holds at: the trusted time, else the moment of checking. */
  readonly verdictTime: string;
  readonly revocation: RevocationStatus | null;
  /** When to check again; `null`: the answer will not change. */
  readonly nextCheck: string | null;
  /** Lists and answers the verdict rests on, to be kept for checking again. */
  readonly evidence: readonly RevocationEvidence[];
}

/** What all signatures of one file share. */
export interface Setting {
  readonly options: VerifyOptions;
  /** Certificates that the file itself brought along. */
  readonly pool: readonly ParsedCertificate[];
}
