import type { ApprovalBlock, DocumentCheck, EndBlock, Expectation, SignatureBlock } from './document.js';
import type { BlockFacts, Facts } from './facts.js';
import { fold } from './fields/fold.js';
import { compareNames, parseName, shortName, type PersonName } from './fields/names.js';
import { judge, verdictOf } from './verdict.js';
import type { ReadPage } from './words/read-page.js';

/** The facts and their judgement in the shape that is kept and shown. */
export function toCheck(facts: Facts, pages: readonly ReadPage[], timings: Record<string, number>): DocumentCheck {
  const findings = judge(facts);
  return {
    verdict: verdictOf(findings),
    kind: facts.kind?.value ?? null,
    language: facts.language,
    number: facts.number?.value ?? null,
    date: facts.date?.value ?? null,
    approval: facts.approval === null ? null : approvalOf(facts.approval, facts.expectation),
    signatures: [...facts.ends, ...facts.agreement].map((block) => endOf(block, facts.expectation)),
    stamps: facts.stamps,
    marks: facts.marks,
    electronic: electronicOf(facts),
    electronicSignatures: facts.electronicSignatures,
    pages: pages.map(({ view, isBlank, quality }) => ({
      page: view.page,
      rotation: view.rotation,
      blank: isBlank,
      quality,
      width: view.shown.width,
      height: view.shown.height,
    })),
    findings,
    text: pages.map((page) => page.lines.map((line) => line.text).join('\n')),
    timings,
  };
}

function signatureOf({ page, box, position, name, signed, inkBox }: BlockFacts, expectation: Expectation): SignatureBlock {
  return { page, box, position, name: name === null ? '' : spelt(name, expectation), signed, inkBox };
}

/** A name that is one of the expected is told in the register's spelling, unless the paper clearly spells it in the other language. */
function spelt(name: PersonName, { signatories }: Expectation): string {
  const read = shortName(name);
  const known = signatories.map((person) => parseName(person.name)).find((person) => compareNames(name, person) === 'same');
  if (known === undefined) return read;
  const registered = shortName(known);
  return isOtherSpelling(read, registered) ? read : registered;
}

/** Recognition loses the mark of one Kazakh letter, seldom of two, and hardly ever invents one. */
function isOtherSpelling(read: string, registered: string): boolean {
  if (fold(read) !== fold(registered)) return false;
  const differing = Array.from(read).filter((letter, place) => letter !== registered[place]);
  return differing.length >= 2 || differing.some((letter) => kazakhLetter.test(letter));
}

const kazakhLetter = /[әғқңөұүһі]/iu;

function approvalOf(block: BlockFacts, expectation: Expectation): ApprovalBlock {
  return { ...signatureOf(block, expectation), stamped: block.isStamped };
}

function endOf(block: BlockFacts, expectation: Expectation): EndBlock {
  return { ...signatureOf(block, expectation), role: block.role === 'agreement' ? 'agreement' : 'end' };
}

function electronicOf({ marginStamp, qrCodes }: Facts): DocumentCheck['electronic'] {
  return {
    marginStamp: marginStamp !== null,
    qr: qrCodes.length > 0,
    boxes: [
      ...(marginStamp === null ? [] : [{ type: 'margin' as const, ...marginStamp }]),
      ...qrCodes.map((code) => ({ type: 'qr' as const, ...code })),
    ],
  };
}
