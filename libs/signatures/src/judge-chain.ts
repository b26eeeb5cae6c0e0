import type { Chain } from './chain.js';
import type { RevocationFile, RevocationStatus } from './revocation/status.js';

/** Revocation of every certificate below the anchor, the signer's first. */
export async function statusOfChain(
  { certificates }: Chain,
  at: Date,
  file: RevocationFile,
): Promise<RevocationStatus[]> {
  const statuses: RevocationStatus[] = [];
  for (let index = 0; index + 1 < certificates.length; index += 1) {
    statuses.push(await file.statusAt(certificates[index]!, certificates[index + 1]!, at));
  }
  return statuses;
}

/** A key that was stolen may have signed before the theft was noticed, but a trusted time before the revocation stands. */
export function isRevokedAt({ status, revokedAt }: RevocationStatus, at: Date): boolean {
  return status === 'revoked' && (revokedAt === null || new Date(revokedAt) <= at);
}

/** The earliest end of what the evidence covers; `null` when all of it is final. */
export function freshUntil(statuses: readonly RevocationStatus[]): string | null {
  const open = statuses.filter(({ isFinal }) => !isFinal).flatMap(({ nextUpdate }) => nextUpdate ?? []);
  return open.sort()[0] ?? null;
}
