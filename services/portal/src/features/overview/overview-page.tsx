import type { OverviewView, Tally } from '@aigaq/api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { get } from '../../api/client.js';
import { formatTime } from '../../texts/dates.js';
import { useWords } from '../../texts/words.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { Empty, Loaded, SkeletonLines } from '../../ui/states.js';
import { Legend, TallyBar } from './tally-bar.js';
import { Tiles } from './tiles.js';

const linkTo = (id: string): string => `/overview/${encodeURIComponent(id)}`;

/** The standing of one body with everything below it; drills down to the bodies below and up by the crumbs. */
export function OverviewPage() {
  const { organisationId = '' } = useParams();
  const { t } = useWords();
  const query = useQuery({
    queryKey: ['overview', organisationId],
    queryFn: ({ signal }) => get<OverviewView>(`/api/reports/overview/${encodeURIComponent(organisationId)}`, {}, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
  return (
    <Loaded
      query={query}
      title={t('overview.title')}
      skeleton={<SkeletonLines lines={9} height={56} />}
    >
      {(view) => <Overview view={view} />}
    </Loaded>
  );
}

function Overview({ view }: { view: OverviewView }) {
  const { t, say } = useWords();
  const { organisation, ancestors, projects, children } = view;
  const hasScore = organisation.kind !== 'quasi-state' && organisation.kind !== 'agency';
  return (
    <Page
      over={t('overview.over', { edition: view.edition, year: view.year })}
      title={say(organisation.name)}
      crumbs={ancestors.map(({ id, name }) => ({ to: linkTo(id), text: say(name) }))}
      lead={
        <span aria-live="polite" className="muted">
          {t('overview.updated', { time: formatTime(view.updatedAt) })}
        </span>
      }
      actions={hasScore && <Link to={`/compliance/scores/${encodeURIComponent(organisation.id)}`}>{t('overview.score')}</Link>}
    >
      {view.whole.total === 0 ? (
        <Empty title={t('overview.empty')} text={t('overview.emptyText')} />
      ) : (
        <>
          <Tiles tally={view.whole} />
          <section className="block" aria-labelledby="by-project">
            <div className="block-head">
              <h2 id="by-project">{t('overview.byProject')}</h2>
              <Legend />
            </div>
            {projects.map(({ code, title, tally }) => (
              <div key={code} className="project-row">
                <p>
                  <span className="job-code">{code}</span> {say(title)}
                </p>
                <TallyBar tally={tally} label={say(title)} />
              </div>
            ))}
          </section>
          {children.length > 0 && <Children rows={children} />}
        </>
      )}
    </Page>
  );
}

function Children({ rows }: { rows: OverviewView['children'] }) {
  const { t, say, number } = useWords();
  const count = (key: keyof Tally) => ({
    key,
    title: t(`tally.${key}`),
    isNumber: true,
    cell: ({ tally }: { tally: Tally }) => number(tally[key]),
  });
  return (
    <section className="block" aria-labelledby="below">
      <h2 id="below">{t('overview.below')}</h2>
      <DataTable
        caption={t('overview.below')}
        rows={rows}
        rowKey={({ organisation }) => organisation.id}
        columns={[
          {
            key: 'name',
            title: t('overview.body'),
            isWide: true,
            cell: ({ organisation }) => <Link to={linkTo(organisation.id)}>{say(organisation.name)}</Link>,
          },
          { key: 'bar', title: t('overview.progress'), cell: (row) => <TallyBar tally={row.tally} label={say(row.organisation.name)} isSmall /> },
          count('total'),
          count('accepted'),
          count('inReview'),
          count('onTime'),
          count('onTimeExtended'),
          count('late'),
          count('overdue'),
          count('notApplicable'),
        ]}
      />
    </section>
  );
}
