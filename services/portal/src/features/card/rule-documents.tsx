import { DeleteOutlined } from '@ant-design/icons';
import type { EvidenceRule } from '@aigaq/api';
import { DOCUMENT_KINDS } from '@aigaq/evidence-rule';
import { Button, Checkbox } from 'antd';
import { useWords } from '../../texts/words.js';
import { ChoiceField } from '../../ui/choice-field.js';
import { LocalisedFields } from '../../ui/localised-fields.js';
import { changeDocument, countFrom, isInChoice, withDocument, withoutDocument } from './rule-builder.js';

type Document = EvidenceRule['documents'][number];
type Way = 'file' | 'link' | 'either';

const NO_FORM = '-';
const COUNTS = Array.from({ length: 12 }, (_, place) => String(place + 1));
const ACCEPTS: Record<Way, NonNullable<Document['accepts']>> = { file: ['file'], link: ['link'], either: ['file', 'link'] };

function wayOf({ accepts = ['file'] }: Document): Way {
  return accepts.length > 1 ? 'either' : (accepts[0] ?? 'file');
}

interface RuleDocumentsProps {
  rule: EvidenceRule;
  /** Codes of the forms of the card. */
  forms: readonly string[];
  isTold: boolean;
  onChange: (rule: EvidenceRule) => void;
}

/** The documents of a rule, one after the other. */
export function RuleDocuments({ rule, forms, isTold, onChange }: RuleDocumentsProps) {
  const { t } = useWords();
  return (
    <section className="block stack" aria-labelledby="documents">
      <h2 id="documents">{t('ruleBuilder.documents')}</h2>
      {rule.documents.map((document, place) => (
        <DocumentFields key={document.id} rule={rule} document={document} number={place + 1} forms={forms} isTold={isTold} onChange={onChange} />
      ))}
      {rule.alternatives.length > 0 && <p className="muted small">{t('ruleBuilder.alternatives')}</p>}
      <div>
        <Button onClick={() => onChange(withDocument(rule))}>{t('ruleBuilder.add')}</Button>
      </div>
    </section>
  );
}

function DocumentFields({ rule, document, number, forms, isTold, onChange }: RuleDocumentsProps & { document: Document; number: number }) {
  const { t } = useWords();
  const { count = { min: 1, max: null } } = document;
  const change = (next: Partial<Document>): void => onChange(changeDocument(rule, document.id, next));
  const setCount = (min: number, max: number | null): void => {
    const { count: _, ...rest } = document;
    const next = countFrom(min, max);
    onChange({ ...rule, documents: rule.documents.map((each) => (each.id === document.id ? { ...rest, ...(next && { count: next }) } : each)) });
  };
  return (
    <fieldset className="field-pair">
      <legend>{t('ruleBuilder.document', { number })}</legend>
      <div className="stack">
        <LocalisedFields
          label={t('ruleBuilder.name')}
          value={document.name}
          maxLength={300}
          told={isTold ? t('ruleBuilder.incomplete') : ''}
          onChange={(name) => change({ name })}
        />
        <ChoiceField
          label={t('ruleBuilder.kind')}
          value={document.kind}
          options={DOCUMENT_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          onChange={(kind) => change({ kind })}
        />
        <Checkbox checked={document.required} disabled={isInChoice(rule, document.id)} onChange={({ target }) => change({ required: target.checked })}>
          {t('ruleBuilder.required')}
        </Checkbox>
        <ChoiceField
          label={t('ruleBuilder.form')}
          value={document.form ?? NO_FORM}
          options={[{ value: NO_FORM, label: t('ruleBuilder.noForm') }, ...forms.map((form) => ({ value: form, label: form }))]}
          onChange={(form) => change({ form: form === NO_FORM ? null : form })}
        />
        <ChoiceField
          label={t('ruleBuilder.min')}
          value={String(count.min)}
          options={COUNTS.map((value) => ({ value, label: value }))}
          onChange={(min) => setCount(Number(min), count.max)}
        />
        <ChoiceField
          label={t('ruleBuilder.max')}
          value={count.max === null ? NO_FORM : String(count.max)}
          options={[{ value: NO_FORM, label: t('ruleBuilder.noLimit') }, ...COUNTS.map((value) => ({ value, label: value }))]}
          onChange={(max) => setCount(count.min, max === NO_FORM ? null : Number(max))}
        />
        <ChoiceField<Way>
          label={t('ruleBuilder.accepts')}
          value={wayOf(document)}
          options={[
            { value: 'file', label: t('ruleBuilder.acceptsFile') },
            { value: 'link', label: t('ruleBuilder.acceptsLink') },
            { value: 'either', label: t('ruleBuilder.acceptsEither') },
          ]}
          onChange={(way) => change({ accepts: ACCEPTS[way] })}
        />
        <div>
          <Button danger icon={<DeleteOutlined />} onClick={() => onChange(withoutDocument(rule, document.id))}>
            {t('ruleBuilder.remove', { number })}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}
