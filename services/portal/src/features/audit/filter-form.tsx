import type { BodyRow, PageOf } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { get } from '../../api/client.js';
import { useWords } from '../../texts/words.js';
import { DayField } from '../../ui/day-field.js';
import { RECORDED_ACTS } from './acts.js';

/** As the service takes it: acts with commas between them. */
export interface RecordFilter extends Record<string, string> {
  person: string;
  organisationId: string;
  thingId: string;
  type: string;
  from: string;
  to: string;
}

export const NO_FILTER: RecordFilter = { person: '', organisationId: '', thingId: '', type: '', from: '', to: '' };

interface FieldProps {
  value: string;
  onChange: (value: string) => void;
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className="filter">
      <span>{label}</span>
      {children}
    </label>
  );
}

/** A body by its name in either language, or its BIN. */
function BodyField({ value, onChange }: FieldProps) {
  const { t, say } = useWords();
  const [search, setSearch] = useState('');
  const bodies = useQuery({
    queryKey: ['bodies', 'search', search],
    queryFn: ({ signal }) => get<PageOf<BodyRow>>('/api/organisations/bodies', { search, limit: 20, closed: true }, signal),
  });
  return (
    <Field label={t('audit.organisation')}>
      <Select
        showSearch={{ filterOption: false, onSearch: setSearch }}
        allowClear
        value={value === '' ? null : value}
        placeholder={t('audit.anyOrganisation')}
        loading={bodies.isFetching}
        onChange={(id: string | null | undefined) => onChange(id ?? '')}
        popupMatchSelectWidth={false}
        options={(bodies.data?.items ?? []).map(({ id, name }) => ({ value: id, label: say(name) }))}
        style={{ minWidth: 220 }}
      />
    </Field>
  );
}

function ActsField({ value, onChange }: FieldProps) {
  const { t, coded } = useWords();
  return (
    <Field label={t('audit.type')}>
      <Select
        mode="multiple"
        allowClear
        maxTagCount="responsive"
        value={value === '' ? [] : value.split(',')}
        placeholder={t('audit.anyType')}
        onChange={(acts: string[]) => onChange(acts.slice(0, 20).join(','))}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={RECORDED_ACTS.map((act) => ({ value: act, label: coded('acts', act) }))}
        style={{ minWidth: 220 }}
      />
    </Field>
  );
}

/** Person, body, thing, acts and period; all that is named must hold. */
export function FilterForm({ onFilter }: { onFilter: (filter: RecordFilter) => void }) {
  const { t } = useWords();
  const [filter, setFilter] = useState(NO_FILTER);
  const fieldOf = (name: keyof RecordFilter & string): FieldProps => ({
    value: filter[name] ?? '',
    onChange: (value) => setFilter({ ...filter, [name]: value }),
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onFilter({ ...filter, person: filter.person.trim(), thingId: filter.thingId.trim() });
  };
  const textField = (name: 'person' | 'thingId'): ReactNode => (
    <Field label={t(`audit.${name}`)}>
      <Input value={filter[name]} onChange={({ target }) => fieldOf(name).onChange(target.value)} />
    </Field>
  );
  return (
    <form className="filters" role="search" onSubmit={submit}>
      {textField('person')}
      <BodyField {...fieldOf('organisationId')} />
      {textField('thingId')}
      <ActsField {...fieldOf('type')} />
      <DayField label={t('audit.from')} {...fieldOf('from')} />
      <DayField label={t('audit.to')} {...fieldOf('to')} />
      <Button htmlType="submit" type="primary">
        {t('audit.find')}
      </Button>
    </form>
  );
}
