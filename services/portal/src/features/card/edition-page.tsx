import type { EditionView } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useWords } from '../../texts/words.js';
import { Page } from '../../ui/page.js';
import { Loaded, SkeletonLines } from '../../ui/states.js';
import { Tag } from '../../ui/tag.js';
import { CardTree } from './card-tree.js';
import { editionQuery } from './card.js';
import { DatesStep } from './dates-step.js';
import { ImportStep } from './import-step.js';
import { PublishStep } from './publish-step.js';
import { RolloutStep } from './rollout-step.js';

export function EditionPage() {
  const { edition = '' } = useParams();
  const { t } = useWords();
  const query = useQuery(editionQuery(edition));
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

/** The four steps of a card in their order, and the card itself. */
function Edition({ view }: { view: EditionView }) {
  const { t } = useWords();
  const missing = withoutDates(view);
  return (
    <Page
      crumbs={[{ to: '/card', text: t('card.title') }]}
      title={t('card.editionIs', { edition: view.edition })}
      over={
        <Tag tone={view.status === 'published' ? 'good' : 'watch'}>
          {t(`card.statuses.${view.status}`)}
          {view.year !== null && ` · ${t('card.forYear', { year: view.year })}`}
        </Tag>
      }
    >
      <ol className="steps">
        <ImportStep view={view} />
        <DatesStep view={view} missing={missing} />
        <PublishStep view={view} isReady={missing.length === 0} />
        <RolloutStep view={view} />
      </ol>
      <CardTree view={view} />
    </Page>
  );
}
