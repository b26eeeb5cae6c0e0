import type { MembershipView } from '@aigaq/api';
import { today } from '../../texts/dates.js';
import { useWords } from '../../texts/words.js';
import { ActDialog } from '../../ui/act-dialog.js';
import { DayField } from '../../ui/day-field.js';
import { useEntered } from '../../ui/entered.js';
import { isReason } from '../../ui/filled.js';
import type { Found } from '../../ui/search-field.js';
import { DayAndReasonFields, isDated, ReasonField } from '../bodies/day-and-reason.js';
import { useEndRole, useHandOver } from './accounts.js';
import { PersonPicker } from './person-picker.js';

interface RoleDialogProps {
  membership: MembershipView;
  onClose: () => void;
}

function RoleWords({ membership: { person, role, organisation } }: { membership: MembershipView }) {
  const { t, say } = useWords();
  return (
    <p>
      <strong>{person.name}</strong> · {t(`roles.${role}`)} · {say(organisation.name)}
    </p>
  );
}

/** The role ends: today, or on a later day. */
export function EndRoleDialog({ membership, onClose }: RoleDialogProps) {
  const { t } = useWords();
  const { entered, set, told, tell } = useEntered({ until: '', reason: '' });
  const { until, reason } = entered;
  const end = useEndRole(membership.id);
  return (
    <ActDialog
      title={t('accounts.end.title')}
      okText={t('accounts.end.act')}
      done={t('accounts.end.done')}
      isDanger
      act={end}
      body={isReason(reason) ? { reason: reason.trim(), ...(until !== '' && { until }) } : undefined}
      onTell={tell}
      onClose={onClose}
    >
      <RoleWords membership={membership} />
      <DayField label={t('accounts.end.day')} value={until} onChange={set('until')} />
      <p className="muted small">{t('accounts.end.text')}</p>
      <ReasonField value={reason} onChange={set('reason')} told={told(!isReason(reason), t('bodies.needReason'))} />
    </ActDialog>
  );
}

/** The role, with what waits for its holder, goes to another person. */
export function HandOverDialog({ membership, onClose }: RoleDialogProps) {
  const { t } = useWords();
  const { entered, set, told, tell } = useEntered({ to: [] as Found[], day: today(new Date()), reason: '' });
  const toPersonId = entered.to[0]?.value;
  const handOver = useHandOver(membership.id);
  return (
    <ActDialog
      title={t('accounts.handOver.title')}
      okText={t('accounts.handOver.act')}
      done={t('accounts.handOver.done')}
      act={handOver}
      body={toPersonId === undefined || !isDated(entered) ? undefined : { toPersonId, from: entered.day, reason: entered.reason.trim() }}
      onTell={tell}
      onClose={onClose}
    >
      <RoleWords membership={membership} />
      <p className="muted small">{t('accounts.handOver.text')}</p>
      <PersonPicker
        label={t('accounts.handOver.to')}
        chosen={entered.to}
        onChoose={set('to')}
        except={membership.person.id}
        told={told(toPersonId === undefined, t('accounts.needPerson'))}
      />
      <DayAndReasonFields label={t('accounts.from')} entered={entered} set={set} told={told} />
    </ActDialog>
  );
}
