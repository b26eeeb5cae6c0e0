import { LockOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { type SubmitEvent, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../../texts/words.js';
import { Page } from '../../ui/page.js';
import { Empty } from '../../ui/states.js';
import { Told } from '../../ui/told.js';

/** As the services want it (PurposeQuery). */
const SHORTEST = 3;
const LONGEST = 300;

/** Asked before something secret is opened: what for. It is recorded with every look. */
export function PurposePage({ onPurpose }: { onPurpose: (purpose: string) => void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const id = useId();
  const [text, setText] = useState('');
  const [isTold, setTold] = useState(false);
  const purpose = text.trim();
  const told = isTold && purpose.length < SHORTEST ? t('secrecyPage.needPurpose') : '';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTold(true);
    if (purpose.length >= SHORTEST) {
      onPurpose(purpose);
    }
  };
  return (
    <Page title={t('secrecyPage.masked')} over={<LockOutlined aria-hidden="true" />} lead={t('secrecyPage.recorded')}>
      <form className="block stack" onSubmit={submit} noValidate>
        <div className="field">
          <label htmlFor={id}>{t('secrecyPage.purpose')}</label>
          <Input
            id={id}
            value={text}
            maxLength={LONGEST}
            onChange={({ target }) => setText(target.value)}
            placeholder={t('secrecyPage.example')}
            status={told && 'error'}
            aria-describedby={`${id}-told`}
            autoFocus
          />
          <Told id={`${id}-told`} text={told} />
        </div>
        <div className="act-row">
          <Button type="primary" size="large" htmlType="submit">
            {t('secrecyPage.open')}
          </Button>
          <Button size="large" onClick={() => void navigate(-1)}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Page>
  );
}

/** For whoever is on no name list: a kind word, and whom to ask. */
export function NotListedPage() {
  const { t } = useWords();
  return (
    <Page title={t('secrecyPage.masked')} over={<LockOutlined aria-hidden="true" />}>
      <Empty title={t('secrecyPage.notListed')} text={t('secrecyPage.whomToAsk')} />
    </Page>
  );
}
