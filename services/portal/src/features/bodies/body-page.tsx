import type { BodyView } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import { useMay } from '../../api/people.js';
import { useWords } from '../../texts/words.js';
import { Page } from '../../ui/page.js';
import { Loaded, SkeletonLines } from '../../ui/states.js';
import { AccessesPanel } from '../accounts/accesses-panel.js';
import { ChairsPanel } from '../heads/chairs-panel.js';
import { bodyQuery, cardPath } from './bodies.js';
import { BodyActs } from './body-acts.js';
import { BodyFacts } from './body-facts.js';
import { BodyHistory } from './body-history.js';
import { useKindWords } from './kinds.js';

/** One body: what it is, whom it has, what it was, who works in the system for it. */
export function BodyPage() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const query = useQuery(bodyQuery(id));
  return (
    <Loaded query={query} title={t('bodies.title')} skeleton={<SkeletonLines lines={10} height={44} />}>
      {(body) => <Card key={body.id} body={body} />}
    </Loaded>
  );
}

function Card({ body }: { body: BodyView }) {
  const { t, say } = useWords();
  const kindOf = useKindWords();
  const above = body.ancestors.toReversed().map(({ id, name }) => ({ to: cardPath(id), text: say(name) }));
  const shortName = say(body.shortName);
  return (
    <Page
      crumbs={[{ to: '/bodies', text: t('bodies.title') }, ...above]}
      over={kindOf(body)}
      title={say(body.name)}
      lead={shortName === '' ? undefined : shortName}
    >
      <BodyFacts body={body} />
      {body.allowed.includes('change') && <BodyActs body={body} />}
      <CardTabs body={body} />
    </Page>
  );
}

function CardTabs({ body }: { body: BodyView }) {
  const { t } = useWords();
  const may = useMay();
  const [params, setParams] = useSearchParams();
  const maySeeAccesses = body.allowed.includes('manage-accounts') || may('accounts.read');
  const tabs = [
    { key: 'people', label: t('bodies.tabs.people'), children: <ChairsPanel body={body} /> },
    { key: 'history', label: t('bodies.tabs.history'), children: <BodyHistory body={body} /> },
    ...(maySeeAccesses ? [{ key: 'accesses', label: t('bodies.tabs.accesses'), children: <AccessesPanel body={body} /> }] : []),
  ];
  const shown = tabs.find(({ key }) => key === params.get('tab'))?.key ?? 'people';
  return <Tabs activeKey={shown} onChange={(tab) => setParams({ tab }, { replace: true })} items={tabs} />;
}
