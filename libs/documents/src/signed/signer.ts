import { isSamePerson } from '@aigaq/names';
import type { ElectronicSignature, ExpectedSignatory } from '../document.js';
import type { Facts } from '../facts.js';
import { compareNames, parseName } from '../fields/names.js';
import { isEntitledOn } from '../rules/signatory.js';

/** Why the holder of a valid signature is not simply one of those who may sign; words under `reason.` in the texts. */
export const signerReasons = [
  'signer_unknown',
  'signer_other',
  'signer_similar',
  'signer_not_entitled',
  'signer_personal',
  'signer_of_other_body',
  'block_without_signature',
] as const;
export type SignerReason = (typeof signerReasons)[number];

type Signer = NonNullable<ElectronicSignature['signer']>;

/** `null`: the signer is expected, of the right body and entitled on the day of signing. */
export function signerReason(signature: ElectronicSignature, facts: Facts): SignerReason | null {
  const { signatories, bin } = facts.expectation;
  const { signer } = signature;
  if (signer === null || signatories.length === 0) return 'signer_unknown';
  // A certificate's name was typed, not read from a picture: no letter of it is forgiven.
  const same = signatories.filter((person) => isSamePerson(signer.name, person.name));
  if (same.length === 0) return signatories.some((person) => isNearly(signer, person)) ? 'signer_similar' : 'signer_other';
  if (!same.some((person) => isEntitledThen(person, dayOf(signature) ?? facts.date?.value ?? facts.expectation.date))) {
    return 'signer_not_entitled';
  }
  // Whoever signs for a body does it with the certificate of that body.
  if (signer.bin === null) return 'signer_personal';
  return bin === undefined || bin === signer.bin ? null : 'signer_of_other_body';
}

function isNearly(signer: Signer, person: ExpectedSignatory): boolean {
  return compareNames(parseName(signer.name), parseName(person.name)) !== 'different';
}

function isEntitledThen(person: ExpectedSignatory, day: string | undefined): boolean {
  return day === undefined ? person.from === undefined && person.until === undefined : isEntitledOn(person, day);
}

/** The day of the trusted time in the capital's time zone; the signer's own clock decides nothing. */
function dayOf({ trustedTime }: ElectronicSignature): string | undefined {
  return trustedTime === null ? undefined : new Date(trustedTime).toLocaleDateString('sv', { timeZone: 'Asia/Almaty' });
}

/** Places where somebody has to sign who did so neither with a pen nor with one of these signatures. */
export function unsignedBlocks({ approval, ends }: Facts, valid: readonly ElectronicSignature[]): Facts['ends'] {
  const blocks = [...(approval === null ? [] : [approval]), ...ends].filter(({ signed }) => signed !== true);
  return blocks.filter(
    ({ name }) => name !== null && valid.every(({ signer }) => compareNames(parseName(signer!.name), name) === 'different'),
  );
}
