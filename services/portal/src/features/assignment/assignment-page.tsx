import type { AssignmentView } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { meQuery } from '../../api/people.js';
import { ApiError } from '../../api/problem.js';
import { listOf } from '../../app/places.js';
import { useWords } from '../../texts/words.js';
import { Page } from '../../ui/page.js';
import { usePeriodName } from '../../ui/period.js';
import { Loaded, SkeletonLines } from '../../ui/states.js';
import { PurposeProvider } from '../evidence/purpose.js';
import { DueDay, MachineTag, SecrecyTag, WorkTag, ZeroCaseTag } from '../queue/states.js';
import { assignmentQuery } from './assignment.js';
import { CasePanel } from './case-panel.js';
import { Chain } from './chain.js';
import { Clocks } from './clocks.js';
import { EvidencePanel } from './evidence-panel.js';
import { History } from './history.js';
import { RequestPanel } from './request-panel.js';
import { Requirements } from './requirements.js';
import { RulePanel } from './rule-panel.js';
import { NotListedPage, PurposePage } from './secret-pages.js';
import { VerdictChanges } from './verdict-changes.js';

export function AssignmentPage() {
  const { id = '' } = useParams();
  return <OpenedAssignment key={id} id={id} />;
}

/** Something secret is opened by those on the name list, who say what for; the answer is kept as long as the page is open. */
function OpenedAssignment({ id }: { id: string }) {
  const { t } = useWords();
  const [purpose, setPurpose] = useState<string>();
  const query = useQuery(assignmentQuery(id, purpose));
  const refusal = query.error instanceof ApiError ? query.error.code : '';
  if (refusal === 'secret.not_listed') {
    return <NotListedPage />;
  }
  if (refusal === 'secret.purpose_needed') {
    return <PurposePage onPurpose={setPurpose} />;
  }
  return (
    <PurposeProvider value={purpose}>
      <Loaded query={query} title={t('assignment.loading')} skeleton={<SkeletonLines lines={9} height={52} />}>
        {(assignment) => <Assignment key={assignment.id} assignment={assignment} />}
      </Loaded>
    </PurposeProvider>
  );
}

function Assignment({ assignment }: { assignment: AssignmentView }) {
  const { t, say } = useWords();
  const periodName = usePeriodName();
  const { data: me } = useQuery(meQuery);
  const list = me && listOf(me);
  const [asked, setAsked] = useState<number | null>(null);
  const show = (step: number): void => {
    setAsked(null);
    // Asked twice for the same remark, it is shown twice.
    requestAnimationFrame(() => setAsked(step));
  };
  return (
    <Page
      crumbs={list === undefined ? [] : [{ to: list.path, text: t(`nav.${list.key}`) }]}
      over={
        <>
          <span className="job-code">{assignment.subtask}</span> {t('assignment.edition', { edition: assignment.edition })} ·{' '}
          {periodName(assignment.period)} <SecrecyTag secrecy={assignment.secrecy} />
        </>
      }
      title={say(assignment.title)}
      lead={say(assignment.organisation.name)}
    >
      <dl className="standing">
        <div>
          <dt>{t('assignment.work')}</dt>
          <dd>
            <WorkTag status={assignment.status} /> <ZeroCaseTag zeroCase={assignment.zeroCase} />
          </dd>
        </div>
        <div>
          <dt>{t('assignment.machine')}</dt>
          <dd>
            <MachineTag verdict={assignment.machineVerdict} />
          </dd>
        </div>
        <div>
          <dt>{t('assignment.due')}</dt>
          <dd>
            <DueDay row={assignment} />
          </dd>
        </div>
        {assignment.reviewer !== null && (
          <div>
            <dt>{t('assignment.reviewer')}</dt>
            <dd>{say(assignment.reviewer.name)}</dd>
          </div>
        )}
      </dl>
      <VerdictChanges changes={assignment.verdictChanges} />
      <RequestPanel assignment={assignment} />
      <CasePanel assignment={assignment} />
      <div className="two">
        <RulePanel assignment={assignment} />
        <div className="stack">
          <Clocks clocks={assignment.clocks} />
          <Chain chain={assignment.chain} />
        </div>
      </div>
      <Requirements assignment={assignment} />
      <EvidencePanel assignment={assignment} asked={asked} />
      <History history={assignment.history} onShow={show} />
    </Page>
  );
}
