import type { Box, CheckView, EvidenceView, FieldView, FindingView, HistoryEntry } from '@aigaq/api';

export type Finding = FindingView & { key: string };

/** Something drawn over a page. */
export interface Mark {
  key: string;
  page: number;
  box: Box;
  tone: 'passed' | 'person' | 'failed' | 'note' | 'remark' | 'pin';
  text: string;
}

const ORDER = ['failed', 'person', 'passed', 'note'];

/** What the machine says; of a long paper that it is still reading what it says so far. */
export function shownCheck({ check, preliminary }: Pick<EvidenceView, 'check' | 'preliminary'>): CheckView | null {
  return check ?? preliminary?.check ?? null;
}

/** Findings, worst first, each with a key of its own. */
export function findingsOf(evidence: EvidenceView): Finding[] {
  return (shownCheck(evidence)?.findings ?? [])
    .map((finding, place) => ({ ...finding, key: `${finding.code}:${place}` }))
    .toSorted((one, other) => ORDER.indexOf(one.outcome) - ORDER.indexOf(other.outcome));
}

export const keyOfField = ({ field }: Pick<FieldView, 'field'>): string => `field:${field}`;

/** The boxes of pen ink, stamps and codes that no finding shows, and the box of the field that somebody looks at. */
export function fieldsToDraw({ fields, check }: Pick<EvidenceView, 'fields' | 'check'>, selected: string | null): FieldView[] {
  const drawn = new Set((check?.findings ?? []).map(({ page, box }) => `${page}:${box?.join()}`));
  const isNew = ({ page, box }: FieldView): boolean => box !== null && !drawn.has(`${page}:${box.join()}`);
  return fields.filter((each) => each.box !== null && (keyOfField(each) === selected || (each.field.startsWith('mark.') && isNew(each))));
}

/** Pages on which something is not in order. */
export function pagesToLookAt(evidence: Pick<EvidenceView, 'check' | 'preliminary'>): Set<number> {
  const doubtful = (shownCheck(evidence)?.findings ?? []).filter(({ outcome }) => outcome === 'failed' || outcome === 'person');
  return new Set(doubtful.flatMap(({ page }) => page ?? []));
}

const WHOLE_PAGE: Box = [0.01, 0.01, 0.99, 0.99];

/** Remarks of reviewers that are pinned to this paper; numbered in the order of the history. */
export function remarksOn(evidenceId: string, history: readonly HistoryEntry[]): Mark[] {
  return history.flatMap(({ place, remark }, number) =>
    place?.evidenceId === evidenceId
      ? [{ key: `remark:${number}`, page: place.page, box: place.box ?? WHOLE_PAGE, tone: 'remark' as const, text: remark ?? '' }]
      : [],
  );
}

const inside = (value: number): number => Math.round(Math.min(Math.max(value, 0), 1) * 10_000) / 10_000;

/** The box between two points of a page (fractions); a mere click gives a small box around it. */
export function boxBetween(from: [number, number], to: [number, number]): Box {
  const isClick = Math.abs(from[0] - to[0]) < 0.012 && Math.abs(from[1] - to[1]) < 0.012;
  const [dx, dy] = isClick ? [0.08, 0.03] : [0, 0];
  return [
    inside(Math.min(from[0], to[0]) - dx),
    inside(Math.min(from[1], to[1]) - dy),
    inside(Math.max(from[0], to[0]) + dx),
    inside(Math.max(from[1], to[1]) + dy),
  ];
}
