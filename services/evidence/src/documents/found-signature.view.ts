import type { ElectronicSignatureView } from '@aigaq/api';
import type { Localised } from '@aigaq/kernel';
import { isOpen, isToConfirm } from '../rechecks/recheck-time.js';
import type { FoundSignature } from './found-signature.js';

/** The words of a code, by its key in the texts. */
export type TextOf = (key: string) => Localised;

export interface Around {
  /** Of the body whose paper it is, where it is known. */
  bin: string | undefined;
  /** When the paper is verified again. */
  recheckAt: Date | undefined;
  textOf: TextOf;
}

export function signatureView(found: FoundSignature, { bin, recheckAt, textOf }: Around): ElectronicSignatureView {
  const { signer, reason, reasons, laterChanges, ...rest } = found;
  return {
    ...rest,
    nextCheck: isOpen(found) || isToConfirm(found) ? (recheckAt?.toISOString() ?? null) : null,
    reason: textOf(`reason.${reason}`),
    otherReasons: reasons.filter((other) => other !== reason).map((other) => textOf(`reason.${other}`)),
    signer: signer && signerView(signer, bin, textOf),
    laterChanges: laterChanges.map((change) => textOf(`change.${change}`)),
  };
}

function signerView(
  { name, iinEnd, organisation, bin, kind, roles }: NonNullable<FoundSignature['signer']>,
  expected: string | undefined,
  textOf: TextOf,
): ElectronicSignatureView['signer'] {
  return {
    ...{ name, organisation, bin },
    iin: iinEnd === null ? null : `${'•'.repeat(8)}${iinEnd}`,
    isOwnBody: bin === null || expected === undefined ? null : bin === expected,
    kind: textOf(`kind.${kind}`),
    roles: roles.map((role) => textOf(`role.${role}`)),
  };
}
