import type { EvidenceView, FieldView } from '@aigaq/api';
import { useWords } from '../../texts/words.js';
import { partsOf, useFieldWords } from './corrections.js';
import { FieldAnswer } from './field-answer.js';
import { keyOfField } from './marks.js';

interface FieldsProps {
  evidence: EvidenceView;
  selected: string | null;
  onSelect: (field: FieldView) => void;
}

/** What was expected beside what was found; those who review say of each field whether it is so. */
export function Fields({ evidence, selected, onSelect }: FieldsProps) {
  const { t } = useWords();
  const fields = evidence.fields.filter(({ field }) => partsOf(field).name !== 'mark');
  const marks = evidence.fields.filter(({ field }) => partsOf(field).name === 'mark');
  return (
    <>
      <h3>{t('fields.title')}</h3>
      {evidence.state === 'waiting' ? <FieldsToCome /> : <Table evidence={evidence} fields={fields} selected={selected} onSelect={onSelect} />}
      {marks.length > 0 && (
        <details className="marks-list">
          <summary>{t('fields.marks', { number: marks.length })}</summary>
          <Table evidence={evidence} fields={marks} selected={selected} onSelect={onSelect} />
        </details>
      )}
    </>
  );
}

function Table({ evidence, fields, selected, onSelect }: FieldsProps & { fields: FieldView[] }) {
  const { t } = useWords();
  const isOfMarks = fields.every(({ field }) => partsOf(field).name === 'mark');
  return (
    <table className="fields-table" role="table">
      <caption className="unseen">{t(isOfMarks ? 'fields.marksTitle' : 'fields.title')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t('fields.field')}</th>
          {!isOfMarks && <th role="columnheader" scope="col">{t('fields.expected')}</th>}
          <th role="columnheader" scope="col">{t('fields.found')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {fields.map((field) => (
          <Row key={field.field} evidence={evidence} field={field} isSelected={selected === keyOfField(field)} onSelect={onSelect} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  evidence: EvidenceView;
  field: FieldView;
  isSelected: boolean;
  onSelect: (field: FieldView) => void;
}

function Row({ evidence, field, isSelected, onSelect }: RowProps) {
  const { t, number } = useWords();
  const { nameOf, expectedOf, foundOf } = useFieldWords();
  const isMark = partsOf(field.field).name === 'mark';
  const blocks = evidence.fields.filter((each) => partsOf(each.field).name === 'signed').length;
  const name = isMark && field.role !== null ? t(`fields.roles.${field.role}`) : nameOf(field, blocks);
  return (
    <tr role="row" className={`field-row is-${field.outcome ?? 'note'}`} data-field={field.field}>
      <th role="rowheader" scope="row">
        {name}
        {field.page !== null && (
          <button type="button" className="to-place" aria-pressed={isSelected} aria-label={t('fields.show', { name, page: field.page })} onClick={() => onSelect(field)}>
            {t('viewer.page', { page: field.page })}
          </button>
        )}
      </th>
      {!isMark && (
        <td role="cell" data-label={t('fields.expected')}>
          <Expected values={expectedOf(field)} />
        </td>
      )}
      <td role="cell" data-label={t('fields.found')}>
        {!isMark && <span className="field-found">{foundOf(field)}</span>}
        {field.confidence !== null && <span className="muted small"> {t('fields.confidence', { share: number(field.confidence * 100) })}</span>}
        <FieldAnswer evidence={evidence} field={field} name={name} />
      </td>
    </tr>
  );
}

/** Of many persons who might sign, or many kinds, so many are shown at once; the likeliest come first. */
const SHOWN_AT_ONCE = 2;

function Expected({ values }: { values: string[] }) {
  const { t } = useWords();
  if (values.length <= 1) {
    return values[0] ?? t('fields.notAsked');
  }
  const rest = values.slice(SHOWN_AT_ONCE);
  const list = (some: string[]) => (
    <ul>
      {some.map((value) => (
        <li key={value}>{value}</li>
      ))}
    </ul>
  );
  return (
    <>
      {list(values.slice(0, SHOWN_AT_ONCE))}
      {rest.length > 0 && (
        <details>
          <summary>{t('fields.more', { number: rest.length })}</summary>
          {list(rest)}
        </details>
      )}
    </>
  );
}

/** A usual paper has so many fields; their place is kept while it is read. */
const USUAL_FIELDS = 10;

function FieldsToCome() {
  return (
    <div className="fields-to-come" aria-hidden="true">
      {Array.from({ length: USUAL_FIELDS }, (_, place) => (
        <div key={place} />
      ))}
    </div>
  );
}
