import { acceptsOf, type Alternative, countOf, type EvidenceRule, type WantedDocument } from './rule.js';

/** A value that the catalogue translates: `levels.deputy`. */
export interface Coded {
  group: 'levels' | 'bodies.kinds' | 'kinds';
  code: string;
}
/** A piece of a sentence: a code of the catalogue `ruleWords` with its values. */
export interface Phrase {
  code: string;
  values: Record<string, string | readonly Coded[]>;
}
export interface Sentence {
  /** Id of the document it is about, `one-of-<number>` of an alternative, null: of the rule as a whole. */
  about: string | null;
  phrases: Phrase[];
}
export type Language = 'kk' | 'ru';

/** Gives the text of a code of a group of the catalogue, with its values put in. */
export type Translate = (group: 'ruleWords' | Coded['group'], code: string, values: Record<string, string>) => string;

const phrase = (code: string, values: Phrase['values'] = {}): Phrase => ({ code, values });
const levels = (codes: readonly string[]): Coded[] => codes.map((code) => ({ group: 'levels', code }));

/**
 * A rule in words, for executor and reviewer alike. Names of documents are in the language; everything else is a code with values.
 * @returns one sentence per document, per choice between documents, and per condition; none when nothing is uploaded
 */
export function describeRule(rule: EvidenceRule, language: Language): Sentence[] {
  if (rule.documents.length === 0) {
    return [{ about: null, phrases: [phrase('nothing')] }];
  }
  const ofSeveral = new Set(rule.alternatives.flatMap(({ anyOf }) => anyOf));
  return [
    ...rule.documents.map((document) => documentSentence(rule, document, { language, isOneOf: ofSeveral.has(document.id) })),
    ...rule.alternatives.map((alternative, place) => alternativeSentence(rule, alternative, { language, place })),
    ...[signerPhrases(rule), [phrase(`approval_${rule.approval}`)], [phrase(`stamp_${rule.stamp}`)], windowPhrases(rule, language), zeroPhrases(rule)]
      .filter((phrases) => phrases.length > 0)
      .map((phrases) => ({ about: null, phrases })),
  ];
}

/** A sentence as text. */
export function sayRule({ phrases }: Sentence, translate: Translate): string {
  const said = phrases.map(({ code, values }) => translate('ruleWords', code, saidValues(values, translate)));
  return said.join('; ').replace(/\.?$/, '.');
}

function saidValues(values: Phrase['values'], translate: Translate): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : value.map(({ group, code }) => translate(group, code, {})).join(', ')]),
  );
}

function documentSentence(rule: EvidenceRule, document: WantedDocument, { language, isOneOf }: { language: Language; isOneOf: boolean }): Sentence {
  const { min, max } = countOf(document);
  const needed = document.required ? 'required' : isOneOf ? 'one_of' : 'optional';
  const accepts = acceptsOf(document);
  return {
    about: document.id,
    phrases: [
      phrase(`document_${needed}`, { name: document.name[language] }),
      phrase('kind', { kind: [{ group: 'kinds', code: document.kind }] }),
      ...(document.form === null ? [] : [phrase('form', { form: document.form })]),
      ...countPhrases(min, max),
      phrase(accepts.length > 1 ? 'file_or_link' : accepts[0] === 'link' ? 'link' : 'file'),
      ...(document.signers === undefined ? [] : [document.signers.length === 0 ? phrase('not_signed') : phrase('signed_by', { levels: levels(document.signers) })]),
      ...(document.approval === undefined || document.approval === rule.approval ? [] : [phrase(`own_approval_${document.approval}`)]),
    ],
  };
}

function countPhrases(min: number, max: number | null): Phrase[] {
  if (max === null) {
    return min === 1 ? [] : [phrase('count_from', { min: String(min) })];
  }
  return [min === max ? phrase('count_exact', { count: String(min) }) : phrase('count_between', { min: String(min), max: String(max) })];
}

function alternativeSentence(rule: EvidenceRule, { anyOf, required, when, underSecrecy }: Alternative, { language, place }: { language: Language; place: number }): Sentence {
  const nameOf = (wanted: string): string => rule.documents.find(({ id }) => id === wanted)?.name[language] ?? wanted;
  return {
    about: `one-of-${place + 1}`,
    phrases: [
      phrase(required ? 'any_of_required' : 'any_of_optional', { names: anyOf.map(nameOf).join(' / '), when: when[language] }),
      ...(underSecrecy === undefined ? [] : [phrase('under_secrecy', { name: nameOf(underSecrecy) })]),
    ],
  };
}

function signerPhrases({ signers, signersByKind }: EvidenceRule): Phrase[] {
  const own = Object.entries(signersByKind);
  if (signers.length === 0 && own.length === 0) {
    return [phrase('nobody_signs')];
  }
  // Kinds with the same levels are named together.
  const together = Map.groupBy(own, ([, codes]) => codes.join());
  return [
    phrase('signers', { levels: levels(signers) }),
    ...[...together.values()].map((kinds) =>
      phrase('signers_of_kind', { kinds: kinds.map(([code]): Coded => ({ group: 'bodies.kinds', code })), levels: levels(kinds[0]?.[1] ?? []) }),
    ),
  ];
}

function windowPhrases({ dateWindow, documents }: EvidenceRule, language: Language): Phrase[] {
  if (dateWindow === null) {
    return [];
  }
  const names = documents.filter(({ id }) => dateWindow.appliesTo.includes(id)).map(({ name }) => name[language]);
  const unit = dateWindow.unit === 'working-day' ? 'working' : 'calendar';
  const { daysBeforePeriodStart: before, daysAfterPeriodEnd: after, relativeTo } = dateWindow;
  return [
    phrase(relativeTo === 'clocks' ? 'dated_in_clocks' : 'dated_in_period', { names: names.join(', ') }),
    ...(before === 0 ? [] : [phrase(`days_before_${unit}`, { days: String(before) })]),
    ...(after === 0 ? [] : [phrase(`days_after_${unit}`, { days: String(after) })]),
  ];
}

function zeroPhrases({ zeroCase, zeroCaseFiles }: EvidenceRule): Phrase[] {
  return zeroCase ? [phrase(zeroCaseFiles === 'nothing' ? 'no_facts_nothing' : 'no_facts_form')] : [];
}
