/** An electronic signature of the file, as it was verified (ElectronicSignature of @aigaq/documents). Codes have their words in the texts of @aigaq/signatures. */
export interface FoundSignature {
  validity: 'valid' | 'invalid' | 'undetermined';
  /** The one that decides. */
  reason: string;
  /** All, the graver first. */
  reasons: string[];
  signer: { name: string; iinEnd: string | null; organisation: string | null; bin: string | null; kind: string; roles: string[] } | null;
  /** Moments in ISO. */
  claimedTime: string | null;
  trustedTime: string | null;
  timeAuthority: string | null;
  nextCheck: string | null;
  laterBytes: number | null;
  laterChanges: string[];
  changedPages: number[];
}
