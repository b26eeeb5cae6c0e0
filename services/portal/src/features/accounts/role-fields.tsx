import type { BodyName } from '@aigaq/api';
import type { Role } from '@aigaq/kernel';
import { useWords } from '../../texts/words.js';
import { ChoiceField } from '../../ui/choice-field.js';
import { DayField } from '../../ui/day-field.js';
import { isPeriod, orNull } from '../../ui/filled.js';
import { rolesFor } from './accounts.js';

export interface EnteredRole {
  role: Role | null;
  from: string;
  until: string;
}

/** A role with its days; undefined while something is missing or wrong. */
export function roleOf(entered: EnteredRole): { role: Role; from: string; until: string | null } | undefined {
  const { role, from, until } = entered;
  return role === null || !isPeriod(entered) ? undefined : { role, from, until: orNull(until) };
}

interface RoleFieldsProps {
  kind: BodyName['kind'] | undefined;
  entered: EnteredRole;
  set: { (name: 'role'): (role: Role) => void; (name: 'from' | 'until'): (day: string) => void };
  told: (isWrong: boolean, text: string) => string;
}

export function RoleFields({ kind, entered: { role, from, until }, set, told }: RoleFieldsProps) {
  const { t } = useWords();
  return (
    <>
      <ChoiceField
        label={t('accounts.role')}
        value={role}
        onChange={set('role')}
        options={rolesFor(kind).map((each) => ({ value: each, label: t(`roles.${each}`) }))}
        told={told(role === null, t('accounts.needRole'))}
      />
      <div className="fields">
        <DayField label={t('accounts.from')} value={from} onChange={set('from')} isRequired told={told(from === '', t('bodies.needDay'))} />
        <DayField label={t('accounts.until')} value={until} onChange={set('until')} told={told(until !== '' && until < from, t('chairs.disordered'))} />
      </div>
    </>
  );
}
