import { CardDraftBegunSchema, CardPublishedSchema, CardSentBackSchema, CardSentForReviewSchema, event } from '@aigaq/contracts';
import type { Decision } from '@aigaq/kernel';
import { type CardSubtask, subtasksOf } from '@aigaq/reference';
import { editionErrors } from './edition.errors.js';
import { type Edition, type Person, personOf, refuseUnlessDraft, versionId } from './edition.js';
import { periodsOf } from './periods.js';

/** The draft of the next version, made from the one in force: a published version never changes. */
export function beginAmendment(inForce: Edition, by: Person): Decision<Edition> {
  const cardVersion = inForce.cardVersion + 1;
  const next: Edition = {
    ...inForce,
    id: versionId(inForce.edition, cardVersion),
    cardVersion,
    status: 'draft',
    publishedAt: null,
    changedBy: personOf(by),
    sentBy: null,
    approvedBy: null,
    sentBack: null,
    edits: [],
  };
  const from = { fromEdition: inForce.edition, fromVersion: inForce.cardVersion };
  return { next, events: [event(CardDraftBegunSchema, { edition: inForce.edition, version: cardVersion, ...from })] };
}

/** Hands the draft to another administrator. Every period of every subtask needs its days. */
export function sendForReview(edition: Edition, by: Person): Decision<Edition> {
  refuseUnlessDraft(edition);
  refuseEmpty(edition);
  refuseUndated(edition);
  const told = event(CardSentForReviewSchema, { edition: edition.edition, version: edition.cardVersion });
  return { next: { ...edition, status: 'in-review', sentBy: personOf(by), sentBack: null }, events: [told] };
}

/** Makes it a draft again; whoever sent it may take it back too. */
export function sendBack(edition: Edition, by: Person, remark: string, now: Date): Decision<Edition> {
  refuseUnlessInReview(edition);
  const told = event(CardSentBackSchema, { edition: edition.edition, version: edition.cardVersion, remark });
  return { next: { ...edition, status: 'draft', sentBy: null, sentBack: { by: personOf(by), at: now, remark } }, events: [told] };
}

/** Puts the version into force: from now on it never changes. Four eyes: neither who changed it last nor who sent it publishes it. */
export function publishEdition(edition: Edition, by: Person, now: Date): Decision<Edition> {
  refuseUnlessInReview(edition);
  if ([edition.changedBy?.id, edition.sentBy?.id].includes(by.id)) {
    throw editionErrors.own_work({ edition: edition.edition });
  }
  refuseUndated(edition);
  return { next: { ...edition, status: 'published', publishedAt: now, approvedBy: personOf(by) }, events: [cardPublished(edition)] };
}

function refuseUnlessInReview({ edition, status }: Edition): void {
  if (status === 'published') {
    throw editionErrors.published({ edition });
  }
  if (status === 'draft') {
    throw editionErrors.not_in_review({ edition });
  }
}

function refuseEmpty({ card: { projects } }: Edition): void {
  const empty = [...projects.filter(({ tasks }) => tasks.length === 0), ...projects.flatMap(({ tasks }) => tasks.filter(({ subtasks }) => subtasks.length === 0))];
  if (projects.length === 0 || empty.length > 0) {
    throw editionErrors.empty_part({ codes: empty.map(({ code }) => code).join(', ') });
  }
}

function refuseUndated(edition: Edition): void {
  const undated = subtasksOf(edition.card).filter((subtask) => !isDated(edition, subtask));
  if (undated.length > 0) {
    throw editionErrors.dates_missing({ edition: edition.edition, subtasks: undated.map(({ code }) => code).join(', ') });
  }
}

function isDated({ year, dates }: Edition, { code, period }: CardSubtask): boolean {
  const dated = (dates[code] ?? []).map((days) => days.period);
  return year !== null && periodsOf(period, year).every((name) => dated.includes(name));
}

function cardPublished({ edition, cardVersion, card }: Edition) {
  return event(CardPublishedSchema, {
    edition,
    version: cardVersion,
    projects: card.projects.map(({ code, title }) => ({ code, title })),
    subtasks: card.projects.flatMap((project) =>
      project.tasks.flatMap((task) =>
        task.subtasks.map((subtask) => ({
          code: subtask.code,
          taskCode: task.code,
          projectCode: project.code,
          title: subtask.title,
          secrecy: subtask.secrecy,
          rule: ruleOf(subtask),
        })),
      ),
    ),
  });
}

function ruleOf({ evidence }: CardSubtask) {
  const signersByKind = Object.entries(evidence.signersByKind ?? {}).map(([kind, levels]) => [kind, { levels }] as const);
  return {
    kinds: [...new Set(evidence.documents.map(({ kind }) => kind))],
    signers: evidence.signers,
    signersByKind: Object.fromEntries(signersByKind),
    approval: evidence.approval,
    stamp: evidence.stamp,
  };
}
