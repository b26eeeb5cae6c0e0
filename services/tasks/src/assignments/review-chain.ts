import type { ReviewChains } from '@aigaq/reference';
import { assignmentErrors } from './assignment.errors.js';
import type { Assignment, ReviewParty, ReviewPlace } from './assignment.js';

/** The body at the root of the reporting line; its curators give the final verdict. */
export const AGENCY = 'agency';

/** Where a body stands, for whom its work is reviewed. */
export interface BodyPlace {
  id: string;
  kind: string;
  /** Ids of the bodies to which it reports, nearest first, the Agency last. */
  line: readonly string[];
  supervisorIds: readonly string[];
}

/**
 * The steps of the review of what a body does for a project, from the data of the edition. A body stands in one step only. A step for which
 * no body is known is refused and never left out.
 * @throws assignment.no_reviewing_body
 */
export function reviewSteps(data: Pick<ReviewChains, 'chains'>, project: string, body: BodyPlace): ReviewParty[][] {
  const chain = data.chains.find(({ projects, kinds }) => (projects.includes(project) || projects.includes('*')) && (kinds as string[]).includes(body.kind));
  if (!chain) {
    throw assignmentErrors.no_reviewing_body({ organisationId: body.id });
  }
  const seen = new Set<string>([body.id]);
  return chain.steps.flatMap(({ reviewers, subject = null }) => {
    const steps = bodiesOf(reviewers, body).map((ids) => ids.filter((id) => !seen.has(id) && seen.add(id)));
    const known = steps.filter((ids) => ids.length > 0);
    if (known.length === 0) {
      throw assignmentErrors.no_reviewing_body({ organisationId: body.id });
    }
    return known.map((ids) => ids.map((organisationId) => ({ organisationId, subject: ids.length > 1 ? subject : null })));
  });
}

function bodiesOf(reviewers: ReviewChains['chains'][number]['steps'][number]['reviewers'], { line, supervisorIds }: BodyPlace): string[][] {
  switch (reviewers) {
    case 'line':
      return line.filter((id) => id !== AGENCY).map((id) => [id]);
    case 'each-supervisor':
      return [supervisorIds.filter((id) => id !== AGENCY)];
    default:
      return [[AGENCY]];
  }
}

/** The steps of what was handed in. */
export function stepsOf({ steps, chain }: Pick<Assignment, 'steps' | 'chain'>): ReviewParty[][] {
  return steps ?? chain.map((organisationId) => [{ organisationId, subject: null }]);
}

/** How steps are stored: by their bodies alone, and whole only where bodies review side by side. */
export function storedSteps(steps: ReviewParty[][]): Pick<Assignment, 'chain' | 'steps'> {
  const chain = steps.flat().map(({ organisationId }) => organisationId);
  return steps.some((parties) => parties.length > 1) ? { chain, steps } : { chain, steps: undefined };
}

/** The bodies that have still to decide on the present step. */
export function decidingNow({ reviewerId, besideIds = [] }: Pick<Assignment, 'reviewerId' | 'besideIds'>): string[] {
  return reviewerId === null ? [] : [reviewerId, ...besideIds];
}

/** The review begins with a step. */
export function atStep(parties: readonly ReviewParty[]): Pick<ReviewPlace, 'reviewerId' | 'besideIds'> {
  return deciding(parties.map(({ organisationId }) => organisationId));
}

function deciding([first, ...others]: readonly string[]): Pick<ReviewPlace, 'reviewerId' | 'besideIds'> {
  return { reviewerId: first ?? null, besideIds: others.length > 0 ? others : undefined };
}

/** Which step is it at? -1 when nobody reviews. */
export function stepNow(assignment: Pick<Assignment, 'reviewerId' | 'steps' | 'chain'>): number {
  return stepsOf(assignment).findIndex((parties) => parties.some(({ organisationId }) => organisationId === assignment.reviewerId));
}

/** Where it goes when a body agrees: to those beside it that have not, else to the next step; null at the end of the chain. */
export function placeAfter(assignment: Assignment, agreeing: string): Pick<ReviewPlace, 'reviewerId' | 'besideIds'> | null {
  const rest = decidingNow(assignment).filter((id) => id !== agreeing);
  if (rest.length > 0) {
    return deciding(rest);
  }
  const next = stepsOf(assignment)[stepNow(assignment) + 1];
  return next ? atStep(next) : null;
}
