import type { AllowedAct } from '@aigaq/api';
import type { DetailFacts } from './assignment.view.js';
import type { Assignment } from './assignment.js';
import { askableDays, mayDecide } from './requests.js';
import { holderIn, mayReview, reviewsAs, reviewsFor } from './review.js';
import { AGENCY, placeAfter } from './review-chain.js';
import { acceptsWork } from './submission.js';
import { mayUndo } from './undo.js';

/** What the one who asks may do now. */
export function allowedTo(assignment: Assignment, facts: DetailFacts): AllowedAct[] {
  const { actor, maySubmit, now } = facts;
  return [
    ...(maySubmit ? workAllowed(assignment, facts) : []),
    ...reviewAllowed(assignment, facts),
    ...(mayDecide(assignment, actor) ? (['grant', 'refuse'] as const) : []),
    ...(mayReopen(assignment, facts) ? (['reopen'] as const) : []),
    ...(mayUndo(assignment, actor, now) ? (['undo'] as const) : []),
  ];
}

function workAllowed(assignment: Assignment, facts: DetailFacts): AllowedAct[] {
  const isUpload = assignment.kindOfProof === 'upload' && acceptsWork(assignment, facts.today);
  const mayAsk = !assignment.request;
  return [
    ...(isUpload ? (['upload', 'submit'] as const) : []),
    ...(mayAsk && askableDays(assignment, 'extension', facts) ? (['ask-extension'] as const) : []),
    ...(mayAsk && askableDays(assignment, 'not-applicable', facts) ? (['ask-not-applicable'] as const) : []),
    ...(assignment.request ? (['withdraw'] as const) : []),
  ];
}

function reviewAllowed(assignment: Assignment, { actor }: DetailFacts): AllowedAct[] {
  if (assignment.kindOfProof === 'agency-confirms') {
    return assignment.status === 'open' && reviewsFor(actor, AGENCY) ? ['accept'] : [];
  }
  const from = reviewsAs(assignment, actor);
  if (from === undefined) {
    return [];
  }
  const verdict = placeAfter(assignment, from) ? ('pass-on' as const) : ('accept' as const);
  const holder = holderIn(assignment, from);
  if (holder && !mayReview(assignment, actor)) {
    return ['take-over'];
  }
  return ['return', verdict, holder ? 'release' : 'take'];
}

function mayReopen({ status, authors }: Assignment, { actor }: DetailFacts): boolean {
  return status === 'accepted' && reviewsFor(actor, AGENCY) && !authors.includes(actor.id);
}
