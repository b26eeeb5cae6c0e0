import type { EvidenceRule } from '@aigaq/api';

type Document = EvidenceRule['documents'][number];

/** A new document gets the first id that is free. */
export function withDocument(rule: EvidenceRule): EvidenceRule {
  const taken = new Set(rule.documents.map(({ id }) => id));
  const number = Array.from({ length: taken.size + 1 }, (_, place) => place + 1).find((each) => !taken.has(`document-${each}`));
  const document: Document = { id: `document-${number}`, kind: 'order', name: { kk: '', ru: '' }, required: true, form: null };
  return accepting({ ...rule, documents: [...rule.documents, document] });
}

/** What refers to the document goes with it; a choice between two is no choice any more when one of them is gone. */
export function withoutDocument(rule: EvidenceRule, id: string): EvidenceRule {
  const alternatives = rule.alternatives
    .map((each) => ({ ...each, anyOf: each.anyOf.filter((other) => other !== id) }))
    .filter(({ anyOf, underSecrecy }) => anyOf.length > 1 && underSecrecy !== id);
  const appliesTo = rule.dateWindow?.appliesTo.filter((other) => other !== id) ?? [];
  const dateWindow = rule.dateWindow && appliesTo.length > 0 ? { ...rule.dateWindow, appliesTo } : null;
  return accepting({ ...rule, documents: rule.documents.filter((document) => document.id !== id), alternatives, dateWindow });
}

export function changeDocument(rule: EvidenceRule, id: string, change: Partial<Document>): EvidenceRule {
  return accepting({ ...rule, documents: rule.documents.map((document) => (document.id === id ? { ...document, ...change } : document)) });
}

/** A document that stands in a choice is not required by itself. */
export const isInChoice = ({ alternatives }: EvidenceRule, id: string): boolean => alternatives.some(({ anyOf }) => anyOf.includes(id));

/** At least one; no limit when nothing is written. */
export function countFrom(min: number, max: number | null): Document['count'] {
  return min === 1 && max === null ? undefined : { min, max: max === null ? null : Math.max(min, max) };
}

export type Window = 'none' | 'period' | 'clocks';
export const windowOf = ({ dateWindow }: EvidenceRule): Window => (dateWindow === null ? 'none' : (dateWindow.relativeTo ?? 'period'));

/** Days are looked at on everything that carries a signature of its own: links have none. */
export function withWindow(rule: EvidenceRule, window: Window): EvidenceRule {
  if (window === 'none') {
    return { ...rule, dateWindow: null };
  }
  const appliesTo = rule.documents.filter(({ accepts = ['file'] }) => accepts.includes('file')).map(({ id }) => id);
  const kept = rule.dateWindow ?? { appliesTo, daysBeforePeriodStart: 0, daysAfterPeriodEnd: 0 };
  return { ...rule, dateWindow: appliesTo.length > 0 ? { ...kept, relativeTo: window } : null };
}

export type ZeroCase = 'none' | 'form' | 'nothing';
export const zeroCaseOf = ({ zeroCase, zeroCaseFiles = 'form' }: EvidenceRule): ZeroCase => (zeroCase ? zeroCaseFiles : 'none');

export function withZeroCase({ zeroCaseFiles: _, ...rule }: EvidenceRule, zero: ZeroCase): EvidenceRule {
  return { ...rule, zeroCase: zero !== 'none', ...(zero === 'nothing' && { zeroCaseFiles: 'nothing' }) };
}

export const isComplete = ({ documents }: EvidenceRule): boolean => documents.every(({ name }) => name.kk.trim() !== '' && name.ru.trim() !== '');

/** What the rule accepts follows from its documents. */
function accepting(rule: EvidenceRule): EvidenceRule {
  const ways = new Set(rule.documents.flatMap(({ accepts = ['file'] }) => accepts));
  return { ...rule, accepts: (['file', 'link'] as const).filter((way) => ways.has(way)) };
}
