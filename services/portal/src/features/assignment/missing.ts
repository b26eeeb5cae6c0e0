import type { AssignmentView, EvidenceView } from '@aigaq/api';

/** One thing to know before handing in; `blocks` = the service would refuse. */
export interface Missing {
  code: 'noFile' | 'reading' | 'unreadable' | 'document' | 'failed' | 'person';
  blocks: boolean;
  name?: string;
}

const kindOf = ({ check }: EvidenceView): string | null => check?.kind ?? null;

/** What the body says of itself: that it has no facts, and whether it files anything then. */
export interface NoFacts {
  isStated: boolean;
  needsPaper: boolean;
}

/** What is missing in the chosen papers by the rule of the subtask; an empty list = all in order. */
export function whatIsMissing(
  requirements: readonly { state: AssignmentView['requirements'][number]['state']; name: string }[],
  chosen: readonly EvidenceView[],
  noFacts: NoFacts = { isStated: false, needsPaper: true },
): Missing[] {
  if (chosen.length === 0) {
    return noFacts.isStated && !noFacts.needsPaper ? [] : [{ code: 'noFile', blocks: true }];
  }
  const reading = chosen.filter(({ state }) => state === 'waiting');
  const wanted = noFacts.isStated ? [] : requirements.filter(({ state }) => state === 'missing');
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
    ...(reading.length === 0 ? wanted.map(({ name }) => ({ code: 'document' as const, blocks: true, name })) : []),
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
