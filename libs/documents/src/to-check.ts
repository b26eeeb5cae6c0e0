import type { ApprovalBlock, DocumentCheck, EndBlock, SignatureBlock } from './document.js';
import type { BlockFacts, Facts } from './facts.js';
import { shortName } from './fields/names.js';
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
    approval: facts.approval === null ? null : approvalOf(facts.approval),
    signatures: [...facts.ends, ...facts.agreement].map(endOf),
    stamps: facts.stamps,
    electronic: electronicOf(facts),
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

function signatureOf({ page, box, position, name, signed, inkBox }: BlockFacts): SignatureBlock {
  return { page, box, position, name: name === null ? '' : shortName(name), signed, inkBox };
}

function approvalOf(block: BlockFacts): ApprovalBlock {
  return { ...signatureOf(block), stamped: block.isStamped };
}

function endOf(block: BlockFacts): EndBlock {
  return { ...signatureOf(block), role: block.role === 'agreement' ? 'agreement' : 'end' };
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
