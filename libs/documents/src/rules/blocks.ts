import type { Finding } from '../document.js';
import type { BlockFacts, Facts } from '../facts.js';
import { shortName } from '../fields/names.js';
import { finding } from './finding.js';

/** Approval block, signatures at every block, stamps. A stamp alone is never a signature. */
export function blockFindings(facts: Facts, isElectronic: boolean): Finding[] {
  const found = [...approvalFindings(facts), ...endFindings(facts)];
  const signing = [...(facts.approval === null ? [] : [facts.approval]), ...facts.ends];
  found.push(...signing.filter((block) => !isElectronic || block.signed === true).flatMap(signatureFindings));
  if (!isElectronic) {
    found.push(...facts.agreement.map(agreementFinding));
    found.push(...stampFindings(facts));
  }
  return found;
}

function approvalFindings({ approval, isApprovalAbsent, expectation }: Facts): Finding[] {
  if (approval !== null) return [finding('approval_block', 'passed', approval, { position: approval.position })];
  if (expectation.approval !== 'required') return [];
  return [finding('missing_approval', isApprovalAbsent ? 'failed' : 'person', { page: 1 })];
}

function endFindings({ approval, ends, agreement, expectation }: Facts): Finding[] {
  const isSomewhere = approval !== null || ends.length + agreement.length > 0;
  if (isSomewhere || expectation.approval === 'required') return [];
  return [finding('block_not_found', 'person', null)];
}

function signatureFindings(block: BlockFacts): Finding[] {
  const data = { name: nameOf(block), position: block.position, ...block.measured };
  if (block.signed === null) return [finding('signature_unsure', 'person', block, data)];
  if (!block.signed) return [finding('unsigned', 'failed', block, data)];
  const place = { page: block.page, box: block.inkBox ?? block.box };
  const found = [finding('signature', 'passed', place, data)];
  if (block.isDigital) found.push(finding('pasted_facsimile', 'person', block, data));
  if (block.slashBox !== null) found.push(finding('slash_signature', 'person', block, data));
  return found;
}

function agreementFinding(block: BlockFacts): Finding {
  const data = { name: nameOf(block), position: block.position, ...block.measured };
  if (block.signed === true) return finding('agreement_row', 'passed', block, data);
  return finding(block.signed === null ? 'signature_unsure' : 'agreement_incomplete', 'person', block, data);
}

/** A missing stamp is looked for at the block that decides. */
function stampFindings({ stamps, hasWeakStamps, expectation, approval, ends }: Facts): Finding[] {
  if (stamps.length > 0) return stamps.map((stamp) => finding('stamp', 'passed', stamp));
  if (expectation.stamp !== 'required') return [];
  return [finding('missing_stamp', hasWeakStamps ? 'person' : 'failed', approval ?? ends[0] ?? null)];
}

export function nameOf(block: BlockFacts): string {
  return block.name === null ? '' : shortName(block.name);
}
