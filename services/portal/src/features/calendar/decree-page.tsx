import type { CalendarYearView, ImportDecree } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { Page } from '../../ui/page.js';
import { Failure, Loaded, SkeletonLines } from '../../ui/states.js';
import { Step } from '../card/step.js';
import { useDecree, yearQuery } from './calendar.js';
import { decreeOf, type EnteredDecree, enteredOf } from './decree.js';
import { DecreeForm } from './decree-form.js';
import { DecreePreview } from './decree-preview.js';

/** The decree of a year: what it says, which dates it would move, and only then the calendar. */
export function DecreePage() {
  const { t } = useWords();
  const { year = '' } = useParams();
  const query = useQuery({ ...yearQuery(year), refetchInterval: false });
  return (
    <Page title={t('calendar.decree.title', { year })} lead={t('calendar.decree.lead')} crumbs={[{ to: `/calendar/${year}`, text: t('calendar.titleOf', { year }) }]}>
      <Loaded query={query} skeleton={<SkeletonLines lines={8} height={52} />}>
        {(view) => <Steps view={view} />}
      </Loaded>
    </Page>
  );
}

/** The year is kept as it was when the page was opened: what is stored is based on what was looked at. */
function Steps({ view: opened }: { view: CalendarYearView }) {
  const { t } = useWords();
  const [view] = useState(opened);
  const [entered, setEntered] = useState<EnteredDecree>(() => enteredOf(view));
  const [isTold, setTold] = useState(false);
  const check = useDecree(String(view.year));
  const store = useDecree(String(view.year));
  const checked = useRef<HTMLDivElement>(null);
  const change = (next: EnteredDecree): void => {
    setEntered(next);
    // What was counted is of another decree now.
    check.reset();
    store.reset();
  };
  const count = (): void => {
    const decree = decreeOf(view, entered, true);
    setTold(decree === undefined);
    if (decree !== undefined) {
      store.reset();
      check.mutate(decree, { onSuccess: () => checked.current?.focus() });
    }
  };
  const isReady = check.data !== undefined && !check.data.isUnchanged;
  const isStored = store.data?.isStored === true;
  return (
    <ol className="steps">
      <Step number={1} title={t('calendar.decree.steps.enter')} isDone={check.data !== undefined} isNow={check.data === undefined}>
        <DecreeForm view={view} entered={entered} isTold={isTold} onChange={change} />
        <div>
          <Button type={isReady ? 'default' : 'primary'} loading={check.isPending} disabled={isStored} onClick={count}>
            {t('calendar.decree.check')}
          </Button>
        </div>
        {check.isError && <Failure error={check.error} />}
      </Step>
      <Step number={2} title={t('calendar.decree.steps.check')} isDone={isReady} isNow={check.data !== undefined && !isReady}>
        <div ref={checked} tabIndex={-1} className="import-checked">
          {check.data === undefined ? <p className="muted">{t('calendar.decree.nothingYet')}</p> : <DecreePreview preview={check.data} />}
        </div>
      </Step>
      <Step number={3} title={t('calendar.decree.steps.store')} isDone={isStored} isNow={isReady && !isStored}>
        <Store view={view} decree={isReady ? decreeOf(view, entered, false) : undefined} store={store} />
      </Step>
    </ol>
  );
}

function Store({ view, decree, store }: { view: CalendarYearView; decree: ImportDecree | undefined; store: ReturnType<typeof useDecree> }) {
  const { t, number } = useWords();
  const announce = useAnnounce();
  const { modal } = App.useApp();
  if (store.data?.isStored === true) {
    return (
      <>
        <p className="notice-good">{t('calendar.decree.stored', { version: store.data.version, number: number(store.data.assignments) })}</p>
        <Link to={`/calendar/${view.year}`}>{t('calendar.titleOf', { year: view.year })}</Link>
      </>
    );
  }
  if (decree === undefined) {
    return <p className="muted">{t('calendar.decree.later')}</p>;
  }
  const ask = (): void =>
    void modal.confirm({
      title: t('calendar.decree.question', { year: view.year }),
      content: t('calendar.decree.means'),
      okText: t('calendar.decree.store'),
      cancelText: t('cancel'),
      onOk: () => store.mutate(decree, { onSuccess: ({ version }) => announce(t('calendar.decree.done', { version })) }),
    });
  return (
    <div className="stack">
      <p>{t('calendar.decree.means')}</p>
      <div>
        <Button type="primary" loading={store.isPending} onClick={ask}>
          {t('calendar.decree.store')}
        </Button>
      </div>
      {store.isError && <Failure error={store.error} />}
    </div>
  );
}
