import type { BodyView, RegisterBody } from '@aigaq/api';
import { Button } from 'antd';
import type { SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import { usePost } from '../../api/act.js';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { useEntered } from '../../ui/entered.js';
import { Page } from '../../ui/page.js';
import { Failure } from '../../ui/states.js';
import { BODIES, cardPath } from './bodies.js';
import { type Entered, NEW_BODY, registerBodyOf } from './register.js';
import { RegisterFields } from './register-fields.js';

/** Enters a new body into the register. */
export function RegisterPage() {
  const { t } = useWords();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const { entered, set, told, tell } = useEntered<Entered>(NEW_BODY);
  const register = usePost<RegisterBody, BodyView>(BODIES, 'bodies');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    tell();
    const body = registerBodyOf(entered);
    if (body !== undefined) {
      register.mutate(body, {
        onSuccess: () => {
          announce(t('bodies.registered'));
          void navigate(cardPath(body.id));
        },
      });
    }
  };
  return (
    <Page title={t('bodies.register')} lead={t('bodies.registerLead')} crumbs={[{ to: '/bodies', text: t('bodies.title') }]}>
      <form className="block stack" onSubmit={submit} noValidate>
        <RegisterFields entered={entered} set={set} told={told} />
        {register.isError && <Failure error={register.error} />}
        <div className="act-row">
          <Button type="primary" htmlType="submit" size="large" loading={register.isPending}>
            {t('bodies.register')}
          </Button>
          <Button size="large" onClick={() => void navigate('/bodies')}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Page>
  );
}

