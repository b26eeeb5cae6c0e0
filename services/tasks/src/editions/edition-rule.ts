import { CardRuleSetSchema, event } from '@aigaq/contracts';
import type { EvidenceRule } from '@aigaq/evidence-rule';
import type { Decision } from '@aigaq/kernel';
import { type Card, type CardSubtask, subtasksOf } from '@aigaq/reference';
import { editionErrors } from './edition.errors.js';
import { type Edition, type Person, personOf, refuseUnlessDraft } from './edition.js';

/** Gives a subtask of a draft another rule of evidence; the same rule again changes nothing. What was published stays as it is. */
export function setRule(edition: Edition, code: string, evidence: EvidenceRule, by: Person): Decision<Edition> {
  refuseUnlessDraft(edition);
  const subtask = subtasksOf(edition.card).find((each) => each.code === code);
  if (!subtask) {
    throw editionErrors.unknown_subtask({ edition: edition.edition, subtask: code });
  }
  mustFit(edition.card, subtask, evidence);
  const card = withRule(edition.card, code, evidence);
  const isSame = JSON.stringify(card) === JSON.stringify(edition.card);
  const told = event(CardRuleSetSchema, { edition: edition.edition, subtaskCode: code });
  return isSame ? { next: edition, events: [] } : { next: { ...edition, card, changedBy: personOf(by) }, events: [told] };
}

/** A rule asks for something, unless the Agency confirms the subtask itself; forms and kinds of bodies are those of the card. */
function mustFit({ forms = [], externalTemplates = [] }: Card, { code, submission, audience }: CardSubtask, evidence: EvidenceRule): void {
  const isAsking = evidence.documents.some(({ required }) => required) || evidence.alternatives.some(({ required }) => required);
  if (isAsking !== (submission === 'upload')) {
    throw submission === 'upload' ? editionErrors.rule_empty({ subtask: code }) : editionErrors.rule_not_wanted({ subtask: code });
  }
  const known = [...forms, ...externalTemplates].map((each) => each.code);
  const unknown = evidence.documents.find(({ form }) => form !== null && !known.includes(form))?.form;
  if (unknown) {
    throw editionErrors.unknown_form({ subtask: code, form: unknown });
  }
  const kinds: readonly string[] = audience.kinds;
  const stranger = Object.keys(evidence.signersByKind).find((kind) => !kinds.includes(kind));
  if (stranger !== undefined) {
    throw editionErrors.rule_for_nobody({ subtask: code, kind: stranger });
  }
}

function withRule(card: Card, code: string, evidence: EvidenceRule): Card {
  const projects = card.projects.map((project) => ({
    ...project,
    tasks: project.tasks.map((task) => ({
      ...task,
      subtasks: task.subtasks.map((subtask) => (subtask.code === code ? { ...subtask, evidence } : subtask)),
    })),
  }));
  return { ...card, projects };
}
