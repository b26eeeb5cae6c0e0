import type { AssignmentView, EvidenceView, Localised } from '@aigaq/api';

/** One thing to know before handing in; `blocks` = the service would refuse. */
export interface Missing {
  code: 'noFile' | 'reading' | 'unreadable' | 'kind' | 'failed' | 'person';
  blocks: boolean;
  name?: string | Localised;
}

const kindOf = ({ check }: EvidenceView): string | null => check?.kind ?? null;

/** What is missing in the chosen papers by the rule of the subtask; an empty list = all in order. */
export function whatIsMissing(rule: AssignmentView['rule'], chosen: readonly EvidenceView[]): Missing[] {
  if (chosen.length === 0) {
    return [{ code: 'noFile', blocks: true }];
  }
  const found = new Set(chosen.map(kindOf));
  const reading = chosen.filter(({ state }) => state === 'waiting');
  const wanted = rule.documents.filter(({ required, kind }) => required && !found.has(kind));
  const ofVerdict = (verdict: 'failed' | 'person'): Missing[] =>
    chosen
      .filter(({ check }) => check?.verdict === verdict)
      .map(({ fileName }) => ({ code: verdict, blocks: false, name: fileName }));
  return [
    ...reading.map(({ fileName }) => ({ code: 'reading' as const, blocks: true, name: fileName })),
    ...chosen
      .filter(({ state }) => state === 'unreadable')
      .map(({ fileName }) => ({ code: 'unreadable' as const, blocks: false, name: fileName })),
    // While something is still being read, its kind is unknown and nothing can be said to be missing.
    ...(reading.length === 0 ? wanted.map(({ name }) => ({ code: 'kind' as const, blocks: false, name })) : []),
    ...ofVerdict('failed'),
    ...ofVerdict('person'),
  ];
}

/** The papers proposed for handing in: of every kind the newest; those of unknown kind only when nothing newer is known. */
export function proposed(documents: readonly EvidenceView[]): EvidenceView[] {
  const newestFirst = documents.toSorted((one, other) => other.version - one.version);
  return newestFirst.filter((document, place) => {
    const newer = newestFirst.slice(0, place);
    const kind = kindOf(document);
    return kind === null ? newer.length === 0 : newer.every((each) => kindOf(each) !== kind);
  });
}
