import type { EvidenceRule, RequirementView } from '@aigaq/api';
import { describeRule, sayRule, type Sentence, type Translate } from '@aigaq/evidence-rule';
import { i18n, type Language } from '../../texts/language.js';
import { useWords } from '../../texts/words.js';

export interface SaidSentence {
  about: Sentence['about'];
  text: string;
}

const translateIn = (language: Language): Translate => {
  const t = i18n.getFixedT(language);
  return (group, code, values) => {
    switch (group) {
      case 'ruleWords':
        return t(`ruleWords.${code}`, values);
      case 'levels':
        return t(`levels.${code}`);
      case 'kinds':
        return t(`kinds.${code}`);
      default:
        return t(`bodies.kinds.${code}`);
    }
  };
};

/** A rule of evidence in words: for whom it is shown makes no difference. */
export function saidRule(rule: EvidenceRule, language: Language): SaidSentence[] {
  return describeRule(rule, language).map((sentence) => ({ about: sentence.about, text: sayRule(sentence, translateIn(language)) }));
}

/** What a requirement is called, and why it is not simply met. */
export function useRequirementWords(rule: EvidenceRule) {
  const { t, say, day } = useWords();
  const valueOf = (name: string, value: string): string =>
    name === 'found' || name === 'wanted' ? t(`kinds.${value}`, { defaultValue: value }) : /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : value;
  return {
    nameOf: ({ documents }: Pick<RequirementView, 'documents'>): string =>
      documents.length === 0 ? t('requirements.noFactsForm') : rule.documents.filter(({ id }) => documents.includes(id)).map(({ name }) => say(name)).join(' / '),
    whyOf: ({ reasons }: Pick<RequirementView, 'reasons'>): string[] =>
      reasons.map(({ code, data }) => t(`ruleReasons.${code}`, Object.fromEntries(Object.entries(data).map(([name, value]) => [name, valueOf(name, value)])))),
  };
}
