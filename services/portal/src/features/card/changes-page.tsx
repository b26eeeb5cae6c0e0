import type { CardImpact, EditionView, WorkCounts } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { useMay } from '../../api/people.js';
import { useWords } from '../../texts/words.js';
import { ChangeList } from '../../ui/change-list.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { Empty, Loaded, SkeletonLines } from '../../ui/states.js';
import { diffQuery, editionQuery, impactQuery, versionOf, versionPath } from './card.js';
import { Counts, useRegionName } from './rollout-counts.js';

/** What a version changes against the one before, and whose work that is. */
export function CardChangesPage() {
  const { edition = '' } = useParams();
  const [search] = useSearchParams();
  const { t } = useWords();
  const query = useQuery(editionQuery(edition, versionOf(search)));
  return (
    <Loaded query={query} title={t('changes.title')} skeleton={<SkeletonLines lines={8} height={48} />}>
      {(view) => <Changes view={view} />}
    </Loaded>
  );
}

function Changes({ view }: { view: EditionView }) {
  const { t } = useWords();
  const may = useMay();
  const hasImpact = view.status !== 'published' && view.version > 1 && may('card.manage');
  const diff = useQuery(diffQuery(view.edition, view.version));
  const impact = useQuery(impactQuery(view.edition, hasImpact));
  return (
    <Page
      crumbs={[
        { to: '/card', text: t('card.title') },
        { to: versionPath(view), text: t('card.editionIs', { edition: view.edition }) },
      ]}
      title={t('changes.ofVersion', { version: view.version })}
      lead={t('changes.against', { version: Math.max(1, view.version - 1) })}
    >
      {hasImpact && (
        <section className="block" aria-labelledby="impact">
          <h2 id="impact">{t('changes.impact')}</h2>
          <Loaded query={impact} skeleton={<SkeletonLines lines={5} height={32} />}>
            {(data) => <Impact impact={data} />}
          </Loaded>
        </section>
      )}
      <Loaded query={diff} skeleton={<SkeletonLines lines={6} height={60} />}>
        {({ changes }) => (changes.length === 0 ? <Empty title={t('changes.none')} text={t('changes.noneText')} /> : <ChangeList changes={changes} />)}
      </Loaded>
    </Page>
  );
}

function Impact({ impact }: { impact: CardImpact }) {
  const { t, coded, number } = useWords();
  const regionName = useRegionName();
  const { affected, bodies, bySubtask, byKind, byRegion, opens, fallsAway } = impact;
  const unfinished = affected.open + affected.inReview + affected.returned;
  return (
    <>
      <p role="status">{unfinished === 0 ? t('changes.nobody') : t('changes.concerns', { bodies: number(bodies), assignments: number(unfinished) })}</p>
      <Work rows={[['all', affected]]} />
      {unfinished > 0 && (
        <>
          <Counts title={t('card.bySubtask')} counts={bySubtask} nameOf={(code) => code} isOpen />
          <Counts title={t('card.byKind')} counts={byKind} nameOf={(kind) => coded('bodyKinds', kind)} />
          <Counts title={t('card.byRegion')} counts={byRegion} nameOf={regionName} />
        </>
      )}
      {Object.keys(opens).length > 0 && <Counts title={t('changes.opens')} counts={opens} nameOf={(code) => code} isOpen />}
      {Object.keys(fallsAway).length > 0 && (
        <>
          <h3>{t('changes.fallsAway')}</h3>
          <Work rows={Object.entries(fallsAway)} />
        </>
      )}
    </>
  );
}

function Work({ rows }: { rows: [code: string, work: WorkCounts][] }) {
  const { t, number } = useWords();
  return (
    <DataTable
      caption={t('changes.work')}
      rows={rows}
      rowKey={([code]) => code}
      columns={[
        { key: 'code', title: t('changes.subtask'), isWide: true, cell: ([code]) => (code === 'all' ? t('changes.all') : code) },
        { key: 'open', title: t('status.open'), isNumber: true, cell: ([, { open }]) => number(open) },
        { key: 'in-review', title: t('status.in-review'), isNumber: true, cell: ([, { inReview }]) => number(inReview) },
        { key: 'returned', title: t('status.returned'), isNumber: true, cell: ([, { returned }]) => number(returned) },
        { key: 'accepted', title: t('status.accepted'), isNumber: true, cell: ([, { accepted }]) => number(accepted) },
        { key: 'not-applicable', title: t('status.not-applicable'), isNumber: true, cell: ([, { notApplicable }]) => number(notApplicable) },
      ]}
    />
  );
}
