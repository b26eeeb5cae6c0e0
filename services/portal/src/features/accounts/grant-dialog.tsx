import type { BodyName, GrantRole } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { today } from '../../texts/dates.js';
import { useWords } from '../../texts/words.js';
import { ActDialog } from '../../ui/act-dialog.js';
import { useEntered } from '../../ui/entered.js';
import type { Found } from '../../ui/search-field.js';
import { bodyQuery } from '../bodies/bodies.js';
import { BodyPicker, choiceOf } from '../bodies/body-picker.js';
import { useGrant } from './accounts.js';
import { PersonPicker } from './person-picker.js';
import { type EnteredRole, RoleFields, roleOf } from './role-fields.js';

interface GrantDialogProps {
  /** Whichever is known already is not asked for. */
  body?: BodyName;
  person?: Found;
  onClose: () => void;
}

interface Entered extends EnteredRole {
  person: Found[];
  body: Found[];
}

/** What is sent; undefined while something is missing or wrong. */
function grantOf(entered: Entered): GrantRole | undefined {
  const [person] = entered.person;
  const [body] = entered.body;
  const role = roleOf(entered);
  return person === undefined || body === undefined || role === undefined ? undefined : { personId: person.value, organisationId: body.value, ...role };
}

/** One more role for somebody who has an account. */
export function GrantDialog({ body, person, onClose }: GrantDialogProps) {
  const { t, say } = useWords();
  const form = useEntered<Entered>({
    person: person === undefined ? [] : [person],
    body: body === undefined ? [] : [choiceOf(body, say)],
    role: null,
    from: today(new Date()),
    until: '',
  });
  const { entered, set, told, tell } = form;
  const grant = useGrant();
  return (
    <ActDialog title={t('accounts.grant.title')} okText={t('accounts.grant.act')} done={t('accounts.grant.done')} act={grant} body={grantOf(entered)} onTell={tell} onClose={onClose}>
      {person === undefined ? (
        <PersonPicker label={t('accounts.person')} chosen={entered.person} onChoose={set('person')} told={told(entered.person.length === 0, t('accounts.needPerson'))} />
      ) : (
        <p>{person.label}</p>
      )}
      {body === undefined ? <BodyAndRole {...form} /> : <RoleFields kind={body.kind} entered={entered} set={set} told={told} />}
    </ActDialog>
  );
}

/** Which roles there are depends on the kind of the body that was chosen. */
function BodyAndRole({ entered, set, told }: ReturnType<typeof useEntered<Entered>>) {
  const { t } = useWords();
  const id = entered.body[0]?.value;
  const { data: body } = useQuery({ ...bodyQuery(id ?? ''), enabled: id !== undefined });
  return (
    <>
      <BodyPicker label={t('bodies.body')} chosen={entered.body} onChoose={set('body')} told={told(id === undefined, t('accounts.needBody'))} />
      <RoleFields kind={body?.kind} entered={entered} set={set} told={told} />
    </>
  );
}
