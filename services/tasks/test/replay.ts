import type { Assignment, ReviewParty, Step } from '../src/assignments/assignment.js';

/** What can be told of an assignment from its history alone, by a reading of its own: no rule is asked. */
export interface Replayed {
  status: Assignment['status'];
  /** The bodies that have still to decide on the present step. */
  deciding: string[];
  submissions: number;
  submittedOn: string | null;
  extendedTo: string | undefined;
  asked: boolean;
  approved: string[] | undefined;
}

const dayOfAlmaty = (at: Date): string => new Date(at.getTime() + 5 * 3_600_000).toISOString().slice(0, 10);

/** @param steps of the review, as they were when it was handed in */
export function replay(history: readonly Step[], steps: readonly (readonly ReviewParty[])[], confirms = false): Replayed {
  const bodiesAt = (step: number): string[] => (steps[step] ?? []).map(({ organisationId }) => organisationId);
  let now: Replayed & { step: number } = { status: 'open', deciding: [], submissions: 0, submittedOn: null, extendedTo: undefined, asked: false, approved: undefined, step: -1 };
  const before: (typeof now)[] = [];
  for (const { act, at, organisationId, day, sha256 } of history) {
    before.push(now);
    const rest = now.deciding.filter((id) => id !== organisationId);
    switch (act) {
      case 'submitted':
        now = { ...now, status: 'in-review', deciding: bodiesAt(0), step: 0, submissions: now.submissions + 1, submittedOn: now.submittedOn ?? dayOfAlmaty(at), asked: false };
        break;
      case 'passed-on':
        now = rest.length > 0 ? { ...now, deciding: rest } : { ...now, deciding: bodiesAt(now.step + 1), step: now.step + 1 };
        break;
      case 'returned':
        now = { ...now, status: 'returned', deciding: [] };
        break;
      case 'accepted':
        now = { ...now, status: 'accepted', deciding: [], approved: sha256 ?? [] };
        break;
      case 'reopened':
        now = { ...now, status: confirms ? 'open' : 'returned', approved: undefined };
        break;
      case 'undone':
        // The act before it did not happen.
        now = before.at(-2) ?? now;
        break;
      case 'extension-asked':
      case 'excuse-asked':
        now = { ...now, asked: true };
        break;
      case 'extension-granted':
        now = { ...now, asked: false, extendedTo: day };
        break;
      case 'excuse-granted':
        now = { ...now, asked: false, status: 'not-applicable' };
        break;
      case 'excuse-ended':
        now = { ...now, status: 'open' };
        break;
      case 'extension-refused':
      case 'excuse-refused':
      case 'request-withdrawn':
        now = { ...now, asked: false };
        break;
      default:
    }
  }
  const { step: _, ...told } = now;
  return told;
}

/** The same, of a state. What the end of an excuse gave is not told by its history entry as an extension. */
export function toldBy({ status, reviewerId, besideIds = [], submissions, submittedOn, request, approved }: Assignment): Omit<Replayed, 'extendedTo'> {
  const deciding = reviewerId === null ? [] : [reviewerId, ...besideIds];
  return { status, deciding, submissions, submittedOn, asked: request !== undefined, approved: approved?.sha256 };
}
