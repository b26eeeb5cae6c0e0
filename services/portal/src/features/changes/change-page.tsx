import type { AcknowledgementView } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { ChangeList } from '../../ui/change-list.js';
import { Page } from '../../ui/page.js';
import { usePeriodName } from '../../ui/period.js';
import { Failure, Loaded, SkeletonLines } from '../../ui/states.js';
import { acknowledgementQuery, useAcknowledge } from './changes.js';

/** What an amendment of the card changes for the own work, and the act of taking note of it. */
export function ChangePage() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const query = useQuery(acknowledgementQuery(id));
  return (
    <Loaded query={query} title={t('changes.forMe')} skeleton={<SkeletonLines lines={8} height={48} />}>
      {(view) => <ForMe view={view} />}
    </Loaded>
  );
}

function ForMe({ view }: { view: AcknowledgementView }) {
  const { t, say, day } = useWords();
  const periodName = usePeriodName();
  return (
    <Page
      crumbs={[{ to: '/changes', text: t('changes.mine') }]}
      over={
        <>
          {t('card.editionIs', { edition: view.edition })}, {t('card.versionIs', { version: view.version })}
        </>
      }
      title={t('changes.forMe')}
      lead={say(view.organisation.name)}
    >
      <Acknowledge view={view} />
      <ChangeList changes={view.changes} />
      <section className="block" aria-labelledby="concerned">
        <h2 id="concerned">{t('changes.concerned')}</h2>
        <ul className="plain-list">
          {view.assignments.map(({ id, subtask, period, dueOn }) => (
            <li key={id}>
              <Link to={`/assignments/${encodeURIComponent(id)}`}>
                {subtask}, {periodName(period)}
              </Link>{' '}
              <span className="muted small">{t('changes.dueOn', { day: day(dueOn) })}</span>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}

function Acknowledge({ view }: { view: AcknowledgementView }) {
  const { t, moment } = useWords();
  const announce = useAnnounce();
  const acknowledge = useAcknowledge(view.id);
  return (
    <div className="acknowledge" role="status">
      {view.by !== null && view.at !== null ? (
        <p className="notice-good">{t('changes.givenBy', { name: view.by.name, moment: moment(view.at) })}</p>
      ) : (
        <p>{t('changes.pendingText')}</p>
      )}
      {view.allowed.includes('acknowledge') && (
        <Button type="primary" loading={acknowledge.isPending} onClick={() => acknowledge.mutate({}, { onSuccess: () => announce(t('changes.done')) })}>
          {t('changes.acknowledge')}
        </Button>
      )}
      {acknowledge.isError && <Failure error={acknowledge.error} />}
    </div>
  );
}
