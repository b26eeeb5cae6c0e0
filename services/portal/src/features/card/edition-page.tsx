import type { EditionView } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useMay } from '../../api/people.js';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { Page } from '../../ui/page.js';
import { Failure, Loaded, SkeletonLines } from '../../ui/states.js';
import { Tag } from '../../ui/tag.js';
import { CardTree } from './card-tree.js';
import { editionQuery, useAmend, versionOf, versionPath } from './card.js';
import { DatesStep } from './dates-step.js';
import { ImportStep } from './import-step.js';
import { PublishStep } from './publish-step.js';
import { RollOverDialog } from './roll-over-dialog.js';
import { RolloutStep } from './rollout-step.js';

export function EditionPage() {
  const { edition = '' } = useParams();
  const [search] = useSearchParams();
  const { t } = useWords();
  const query = useQuery(editionQuery(edition, versionOf(search)));
  return (
    <Loaded
      query={query}
      title={t('card.editionIs', { edition })}
      skeleton={<SkeletonLines lines={10} height={56} />}
    >
      {(view) => <Edition view={view} />}
    </Loaded>
  );
}

export function withoutDates(view: EditionView): string[] {
  const subtasks = view.projects.flatMap(({ tasks }) => tasks.flatMap((task) => task.subtasks));
  return subtasks.filter(({ dates }) => dates.length === 0).map(({ code }) => code);
}

export const STATUS_TONES = { draft: 'watch', 'in-review': 'info', published: 'good' } as const;

/** The steps of a version in their order, and the card itself. */
function Edition({ view }: { view: EditionView }) {
  const { t } = useWords();
  const missing = withoutDates(view);
  const isAmendment = view.version > 1;
  return (
    <Page
      crumbs={[{ to: '/card', text: t('card.title') }]}
      title={t('card.editionIs', { edition: view.edition })}
      over={
        <>
          <Tag tone={STATUS_TONES[view.status]}>
            {t('card.versionIs', { version: view.version })} · {t(`card.statuses.${view.status}`)}
            {view.year !== null && ` · ${t('card.forYear', { year: view.year })}`}
          </Tag>
          {view.inForce && <Tag tone="good">{t('card.inForce')}</Tag>}
        </>
      }
      actions={<EditionActs view={view} />}
    >
      <ol className="steps">
        {!isAmendment && <ImportStep view={view} />}
        <DatesStep view={view} missing={missing} number={isAmendment ? 1 : 2} />
        <PublishStep view={view} isReady={missing.length === 0} number={isAmendment ? 2 : 3} />
        {(view.inForce || view.version === 1) && <RolloutStep view={view} number={isAmendment ? 3 : 4} />}
      </ol>
      <CardTree view={view} />
    </Page>
  );
}

/** From a version to what it changes and to other years; for those who keep the card, also to its editor and its successors. */
function EditionActs({ view }: { view: EditionView }) {
  const { t } = useWords();
  const may = useMay();
  return (
    <>
      {view.version > 1 && <Link to={versionPath(view, '/changes')}>{t('card.toChanges')}</Link>}
      {view.version > 1 && view.status === 'published' && <Link to={`/changes?edition=${view.edition}&version=${view.version}`}>{t('card.toAcknowledgements')}</Link>}
      <Link to={`/card/${encodeURIComponent(view.edition)}/comparison`}>{t('comparison.to')}</Link>
      {may('card.manage') && view.status === 'draft' && <Link to={versionPath(view, '/edit')}>{t('card.toEditor')}</Link>}
      {may('card.manage') && view.inForce && <Successors view={view} />}
    </>
  );
}

/** The next version of the same year, or the card of another one. */
function Successors({ view }: { view: EditionView }) {
  const { t } = useWords();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const [isRolling, setRolling] = useState(false);
  const amend = useAmend(view.edition);
  const begin = (): void =>
    amend.mutate(undefined, {
      onSuccess: (draft) => {
        announce(t('card.amendBegun', { version: draft.version }));
        void navigate(versionPath(draft));
      },
    });
  return (
    <>
      <Button onClick={() => setRolling(true)}>{t('rollOver.act')}</Button>
      <Button loading={amend.isPending} onClick={begin}>
        {t('card.amend')}
      </Button>
      {amend.isError && <Failure error={amend.error} />}
      {isRolling && <RollOverDialog view={view} onClose={() => setRolling(false)} />}
    </>
  );
}
