import { windowFor } from './date-window.js';
import type { EvidencePaper, Reason, ReasonCode, RuleFacts, Seen } from './facts.js';
import { acceptsOf, type EvidenceRule, signersOf, type WantedDocument } from './rule.js';
import { readAs } from './vocabulary.js';

/** How well a paper is the document: `good` meets it, `doubtful` goes to people, `unfit` is not this document. */
export interface Fit {
  grade: 'good' | 'doubtful' | 'unfit';
  reasons: Reason[];
}

export interface Wanted {
  rule: EvidenceRule;
  document: WantedDocument;
}

const reason = (code: ReasonCode, data: Reason['data'] = {}): Reason => ({ code, data });

/**
 * Compares a paper with a document. Only another kind of document makes it unfit: whatever else the machine says against the paper may be
 * a misreading, and people look at it. A link is never the document where a file is wanted; a file in place of a link (a printed page) may be.
 */
export function fitOf(paper: EvidencePaper, wanted: Wanted, facts: RuleFacts): Fit {
  const accepts = acceptsOf(wanted.document);
  if (!accepts.includes(paper.medium)) {
    return paper.medium === 'link' ? { grade: 'unfit', reasons: [] } : { grade: 'doubtful', reasons: [reason('link_wanted')] };
  }
  const kind = kindReason(paper, wanted.document);
  if (kind?.code === 'kind_differs' && !paper.isPoor) {
    return { grade: 'unfit', reasons: [kind] };
  }
  const reasons = withVerdict(paper, [...(kind ? [kind] : []), ...contentReasons(paper, wanted, facts)]);
  return { grade: reasons.length === 0 ? 'good' : 'doubtful', reasons };
}

function kindReason({ medium, kind, verdict }: EvidencePaper, document: WantedDocument): Reason | undefined {
  if (medium === 'link' || verdict === null) {
    return undefined;
  }
  const wanted = readAs(document.kind);
  if (wanted === null || kind === null) {
    return reason('kind_unsure', { wanted: document.kind });
  }
  return kind === wanted ? undefined : reason('kind_differs', { wanted: document.kind, found: kind });
}

function contentReasons(paper: EvidencePaper, { rule, document }: Wanted, facts: RuleFacts): Reason[] {
  const levels: readonly string[] = signersOf(rule, document, facts.bodyKind);
  const isSigned = levels.length > 0;
  const approval = document.approval ?? rule.approval;
  return [
    ...(isSigned ? seenReasons(paper.signature, 'unsigned', 'signature_unsure') : []),
    ...(isSigned ? signerReasons(paper, levels) : []),
    ...(approval === 'required' ? seenReasons(paper.approval, 'approval_missing', 'approval_unsure') : []),
    ...(isSigned && rule.stamp === 'required' ? seenReasons(paper.stamp, 'stamp_missing', 'stamp_unsure') : []),
    ...dateReasons(paper, windowFor(rule, document.id, facts)),
    ...formReasons(paper, document),
  ];
}

function seenReasons(seen: Seen, absent: ReasonCode, unsure: ReasonCode): Reason[] {
  return seen === 'absent' ? [reason(absent)] : seen === 'unsure' ? [reason(unsure)] : [];
}

/** Of a level that may not sign here, or somebody else altogether. */
function signerReasons({ signer, signerLevel }: EvidencePaper, levels: readonly string[]): Reason[] {
  const isOther = signerLevel !== null && !levels.includes(signerLevel);
  return isOther ? [reason('signer_not_entitled')] : seenReasons(signer, 'signer_not_entitled', 'signer_unsure');
}

function dateReasons({ date }: EvidencePaper, days: { from: string; until: string } | undefined): Reason[] {
  if (!days) {
    return [];
  }
  if (date === null) {
    return [reason('date_unknown', { ...days })];
  }
  return days.from <= date && date <= days.until ? [] : [reason('date_outside', { date, ...days })];
}

function formReasons({ form }: EvidencePaper, document: WantedDocument): Reason[] {
  return form === null || document.form === null || form === document.form ? [] : [reason('form_differs', { found: form, wanted: document.form })];
}

/** A verdict that is not «passed» is said in general only where nothing more exact is known. */
function withVerdict({ verdict, medium }: EvidencePaper, reasons: Reason[]): Reason[] {
  if (verdict === null) {
    return medium === 'link' ? reasons : [reason('unread'), ...reasons];
  }
  return verdict === 'passed' || reasons.some(({ code }) => code !== 'kind_unsure') ? reasons : [...reasons, reason(`verdict_${verdict}`)];
}
