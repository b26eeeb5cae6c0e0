import type { BodyName } from '@aigaq/api';
import { today } from '../../texts/dates.js';
import { useWords } from '../../texts/words.js';
import { ActDialog } from '../../ui/act-dialog.js';
import { ChoiceField } from '../../ui/choice-field.js';
import { useEntered } from '../../ui/entered.js';
import { TextField } from '../../ui/text-field.js';
import { useInvite } from './accounts.js';
import { type Entered, invitationOf, isEmail, isUsername, newInvitation } from './invitation.js';
import { RoleFields } from './role-fields.js';

type Form = ReturnType<typeof useEntered<Entered>>;

/** A new person with a first role in the body. */
export function InviteDialog({ body, onClose }: { body: BodyName; onClose: () => void }) {
  const { t, language } = useWords();
  const form = useEntered<Entered>(newInvitation(language, today(new Date())));
  const invite = useInvite();
  return (
    <ActDialog
      title={t('accounts.invite.title')}
      okText={t('accounts.invite.act')}
      done={t('accounts.invite.done')}
      act={invite}
      body={invitationOf(form.entered, body.id)}
      onTell={form.tell}
      onClose={onClose}
    >
      <Names {...form} />
      <Contact {...form} />
      <RoleFields kind={body.kind} entered={form.entered} set={form.set} told={form.told} />
    </ActDialog>
  );
}

function Names({ entered: { lastName, firstName, patronymic }, set, told }: Form) {
  const { t } = useWords();
  return (
    <div className="fields">
      <TextField label={t('accounts.lastName')} value={lastName} onChange={set('lastName')} maxLength={100} isRequired told={told(lastName.trim() === '', t('accounts.needLastName'))} />
      <TextField label={t('accounts.firstName')} value={firstName} onChange={set('firstName')} maxLength={100} isRequired told={told(firstName.trim() === '', t('accounts.needFirstName'))} />
      <TextField label={t('accounts.patronymic')} value={patronymic} onChange={set('patronymic')} maxLength={100} />
    </div>
  );
}

function Contact({ entered: { username, email, locale }, set, told }: Form) {
  const { t } = useWords();
  return (
    <div className="fields">
      <TextField
        label={t('accounts.username')}
        value={username}
        onChange={(text) => set('username')(text.trim().toLowerCase())}
        maxLength={61}
        isRequired
        hint={t('accounts.usernameHint')}
        told={told(!isUsername(username), t('accounts.badUsername'))}
      />
      <TextField label={t('accounts.email')} type="email" value={email} onChange={set('email')} maxLength={200} isRequired told={told(!isEmail(email), t('accounts.badEmail'))} />
      <ChoiceField
        label={t('accounts.locale')}
        value={locale}
        onChange={set('locale')}
        options={(['kk', 'ru'] as const).map((each) => ({ value: each, label: t(`bodies.languages.${each}`) }))}
      />
    </div>
  );
}
