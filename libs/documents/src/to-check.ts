import type { ApprovalBlock, DocumentCheck, EndBlock, SignatureBlock } from './document.js';
import type { BlockFacts, Facts } from './facts.js';
import { compareNames, parseName, shortName } from './fields/names.js';
import { languageOfBlock, spelling } from './fields/spelling.js';
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
    approval: facts.approval === null ? null : approvalOf(facts.approval, facts),
    signatures: [...facts.ends, ...facts.agreement].map((block) => endOf(block, facts)),
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

function signatureOf(block: BlockFacts, facts: Facts): SignatureBlock {
  const { page, box, position, signed, inkBox } = block;
  return { page, box, position, name: nameTold(block, facts), signed, inkBox };
}

/** As the paper spells it, as far as the register helps to know that. */
function nameTold({ name, position }: BlockFacts, { expectation, language }: Facts): string {
  if (name === null) return '';
  const known = expectation.signatories.map((person) => parseName(person.name)).find((person) => compareNames(name, person) === 'same');
  return known === undefined ? shortName(name) : spelling(shortName(name), shortName(known), languageOfBlock(position, language));
}

function approvalOf(block: BlockFacts, facts: Facts): ApprovalBlock {
  return { ...signatureOf(block, facts), stamped: block.isStamped };
}

function endOf(block: BlockFacts, facts: Facts): EndBlock {
  return { ...signatureOf(block, facts), role: block.role === 'agreement' ? 'agreement' : 'end' };
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
