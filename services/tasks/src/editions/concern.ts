import type { CardChange } from '@aigaq/api';

/** Which assignments a change concerns; null: whatever period, whatever kind of body. */
export interface Concern {
  subtask: string;
  periods: string[] | null;
  kinds: string[] | null;
}

/** Said of the card for those who keep it; nobody's work becomes another by it. */
const QUIET = new Set(['kkStatus', 'sourceText', 'sourceLines', 'related2022', 'frequencyIsAssumed']);
const DATES = 'dates.';
const SIGNERS_OF_KIND = 'evidence.signersByKind.';

/** Undefined: it is nobody's work that changes. Added subtasks have no assignments yet, and a moved one asks the same as before. */
export function concernOf(change: CardChange): Concern | undefined {
  if (change.level !== 'subtask' || change.kind === 'added' || change.kind === 'moved') {
    return undefined;
  }
  const all = { subtask: change.code, periods: null, kinds: null };
  return change.kind === 'removed' ? all : ofField(change, all);
}

function ofField({ field, before, after }: CardChange & { kind: 'changed' }, all: Concern): Concern | undefined {
  if (QUIET.has(field)) {
    return undefined;
  }
  if (field.startsWith(DATES)) {
    return { ...all, periods: [field.slice(DATES.length)] };
  }
  if (field.startsWith(SIGNERS_OF_KIND)) {
    return { ...all, kinds: [field.slice(SIGNERS_OF_KIND.length)] };
  }
  if (field !== 'audience.kinds') {
    return all;
  }
  // Those who come in have no assignment yet, those who stay have the same as before.
  const [was, is] = [(before ?? []) as string[], (after ?? []) as string[]];
  const left = was.filter((kind) => !is.includes(kind));
  return left.length === 0 ? undefined : { ...all, kinds: left };
}

export function concernsOf(changes: readonly CardChange[]): Concern[] {
  return changes.flatMap((change) => concernOf(change) ?? []);
}

/** Does the change concern this assignment? */
export function isConcerned(change: CardChange, { subtask, period, organisationKind }: { subtask: string; period: string; organisationKind: string }): boolean {
  const concern = concernOf(change);
  return (
    concern?.subtask === subtask &&
    (concern.periods === null || concern.periods.includes(period)) &&
    (concern.kinds === null || concern.kinds.includes(organisationKind))
  );
}
