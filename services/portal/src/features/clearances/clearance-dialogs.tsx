import type { ClearanceView } from '@aigaq/api';
import { today } from '../../texts/dates.js';
import { useWords } from '../../texts/words.js';
import { ActDialog } from '../../ui/act-dialog.js';
import { ChoiceField } from '../../ui/choice-field.js';
import { DayField } from '../../ui/day-field.js';
import { useEntered } from '../../ui/entered.js';
import { isReason } from '../../ui/filled.js';
import type { Found } from '../../ui/search-field.js';
import { TextField } from '../../ui/text-field.js';
import { PersonPicker } from '../accounts/person-picker.js';
import { BodyPicker } from '../bodies/body-picker.js';
import { ReasonField } from '../bodies/day-and-reason.js';
import { grantOf } from './grant.js';
import { SECRECIES, type Secrecy, useEndClearance, useGrantClearance } from './clearances.js';

/** Names a person in a list: what is secret, for which body, by what order. */
export function GrantClearanceDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const { entered, set, told, tell } = useEntered({
    person: [] as Found[],
    body: [] as Found[],
    secrecy: null as Secrecy | null,
    from: today(new Date()),
    until: '',
    basis: '',
  });
  const grant = useGrantClearance();
  const { person, body, secrecy, from, until, basis } = entered;
  return (
    <ActDialog title={t('clearances.add.title')} okText={t('clearances.add.act')} done={t('clearances.add.done')} act={grant} body={grantOf(entered)} onTell={tell} onClose={onClose}>
      <PersonPicker label={t('accounts.person')} chosen={person} onChoose={set('person')} told={told(person.length === 0, t('accounts.needPerson'))} />
      <BodyPicker label={t('bodies.body')} chosen={body} onChoose={set('body')} told={told(body.length === 0, t('accounts.needBody'))} />
      <ChoiceField
        label={t('clearances.secrecy')}
        value={secrecy}
        onChange={set('secrecy')}
        options={SECRECIES.map((each) => ({ value: each, label: t(`clearances.kinds.${each}`) }))}
        told={told(secrecy === null, t('clearances.needSecrecy'))}
      />
      <TextField label={t('clearances.basis')} value={basis} onChange={set('basis')} maxLength={300} isRequired hint={t('clearances.basisHint')} told={told(!isReason(basis), t('clearances.needBasis'))} />
      <div className="fields">
        <DayField label={t('accounts.from')} value={from} onChange={set('from')} isRequired told={told(from === '', t('bodies.needDay'))} />
        <DayField label={t('accounts.until')} value={until} onChange={set('until')} told={told(until !== '' && until < from, t('chairs.disordered'))} />
      </div>
    </ActDialog>
  );
}

/** Takes a person off the list. */
export function EndClearanceDialog({ clearance, onClose }: { clearance: ClearanceView; onClose: () => void }) {
  const { t } = useWords();
  const { entered, set, told, tell } = useEntered({ reason: '' });
  const { reason } = entered;
  const end = useEndClearance(clearance.id);
  return (
    <ActDialog
      title={t('clearances.end.title', { name: clearance.person.name })}
      okText={t('clearances.end.act')}
      done={t('clearances.end.done')}
      isDanger
      act={end}
      body={isReason(reason) ? { reason: reason.trim() } : undefined}
      onTell={tell}
      onClose={onClose}
    >
      <p>{t(`clearances.kinds.${clearance.secrecy}`)}</p>
      <ReasonField value={reason} onChange={set('reason')} told={told(!isReason(reason), t('bodies.needReason'))} />
    </ActDialog>
  );
}
