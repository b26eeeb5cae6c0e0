import type { EvidenceView, FieldView } from '@aigaq/api';
import { Button, Input, Select } from 'antd';
import { type SubmitEvent, useId, useState } from 'react';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { DayField } from '../../ui/day-field.js';
import { Failure } from '../../ui/states.js';
import { choicesOf, partsOf, useCorrection, useFieldWords } from './corrections.js';

interface FieldAnswerProps {
  evidence: EvidenceView;
  field: FieldView;
  /** The field in words. */
  name: string;
}

const KINDS = ['order', 'protocol', 'note', 'policy', 'plan', 'announcement', 'letter', 'other'];

/** What a person said of the field and, for those who review, the means to say it. */
export function FieldAnswer({ evidence, field, name }: FieldAnswerProps) {
  const { t } = useWords();
  const announce = useAnnounce();
  const correction = useCorrection(evidence);
  const [isEditing, setEditing] = useState(false);
  const say = (value: string): void =>
    correction.mutate(
      { field: field.field, value, revision: field.correction?.revision ?? 0 },
      {
        onSuccess: () => {
          setEditing(false);
          announce(t('fields.saved', { name }));
        },
      },
    );
  return (
    <>
      <Said field={field} />
      {evidence.mayCorrect && field.isCorrectable && !isEditing && (
        <Answers field={field} name={name} isSaving={correction.isPending} onSay={say} onEdit={() => setEditing(true)} />
      )}
      {isEditing && <Editor field={field} name={name} isSaving={correction.isPending} onSay={say} onCancel={() => setEditing(false)} />}
      {correction.isError && <Failure error={correction.error} />}
    </>
  );
}

function Said({ field: { field, correction } }: { field: FieldView }) {
  const { t, moment } = useWords();
  const { valueOf } = useFieldWords();
  if (correction === null) {
    return null;
  }
  const { value, isConfirmation, by, at } = correction;
  return (
    <p className={isConfirmation ? 'said is-confirmed' : 'said'}>
      <strong>{isConfirmation ? t('fields.confirmed') : t('fields.corrected', { value: valueOf(field, value) })}</strong>
      <span className="small">
        {by.name}, <time dateTime={at}>{moment(at)}</time>
      </span>
    </p>
  );
}

interface AnsweringProps {
  field: FieldView;
  name: string;
  isSaving: boolean;
  onSay: (value: string) => void;
}

function Answers({ field, name, isSaving, onSay, onEdit }: AnsweringProps & { onEdit: () => void }) {
  const { t } = useWords();
  const { valueOf } = useFieldWords();
  const choices = choicesOf(field.field);
  const propsOf = (value: string) => {
    const isSaid = field.correction?.value === value;
    return { type: isSaid ? 'primary' : 'default', 'aria-pressed': isSaid, disabled: isSaving, onClick: () => onSay(value) } as const;
  };
  if (choices !== undefined) {
    return (
      <div className="answers" role="group" aria-label={t('fields.really', { name })}>
        {choices.map((choice) => (
          <Button key={choice} size="small" {...propsOf(choice)}>
            {valueOf(field.field, choice)}
          </Button>
        ))}
      </div>
    );
  }
  const machine = field.found ?? '';
  const confirm = t(machine === '' ? 'fields.confirmNone' : 'fields.confirm');
  return (
    <div className="answers">
      <Button size="small" {...propsOf(machine)} aria-label={`${name}: ${confirm}`}>
        {confirm}
      </Button>
      <Button size="small" disabled={isSaving} aria-label={`${name}: ${t('fields.correct')}`} onClick={onEdit}>
        {t('fields.correct')}
      </Button>
    </div>
  );
}

function Editor({ field, name, isSaving, onSay, onCancel }: AnsweringProps & { onCancel: () => void }) {
  const { t } = useWords();
  const [value, setValue] = useState(field.correction?.value ?? field.found ?? '');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onSay(value.trim());
  };
  return (
    <form className="field-editor" onSubmit={submit} noValidate>
      <ValueField field={field.field} label={t('fields.really', { name })} value={value} onChange={setValue} />
      <div className="answers">
        <Button size="small" type="primary" htmlType="submit" loading={isSaving}>
          {t('save')}
        </Button>
        <Button size="small" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

interface ValueFieldProps {
  field: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function ValueField({ field, label, value, onChange }: ValueFieldProps) {
  const { t, coded } = useWords();
  const id = useId();
  const { name } = partsOf(field);
  if (name === 'date') {
    return <DayField label={label} value={value} onChange={onChange} />;
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {name === 'kind' ? (
        <Select
          id={id}
          value={value === '' ? null : value}
          onChange={onChange}
          placeholder={t('fields.chooseKind')}
          options={KINDS.map((kind) => ({ value: kind, label: coded('kinds', kind) }))}
        />
      ) : (
        <Input id={id} value={value} maxLength={name === 'number' ? 60 : 300} autoFocus onChange={({ target }) => onChange(target.value)} />
      )}
    </div>
  );
}
