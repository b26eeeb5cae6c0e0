import type { EntityView } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { useWords } from '../../texts/words.js';
import { Page } from '../../ui/page.js';
import { Loaded, SkeletonLines } from '../../ui/states.js';
import { entityQuery } from './compliance.js';
import { DocumentCard } from './document-card.js';
import { Share } from './share.js';

/** The eight documents of one entity. */
export function EntityPage() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const query = useQuery(entityQuery(id));
  return (
    <Loaded
      query={query}
      title={t('compliance.title')}
      skeleton={<SkeletonLines lines={8} height={92} />}
    >
      {(entity) => <Entity entity={entity} />}
    </Loaded>
  );
}

function Entity({ entity }: { entity: EntityView }) {
  const { t, say } = useWords();
  return (
    <Page
      crumbs={[{ to: '/compliance', text: t('compliance.title') }]}
      over={t('compliance.binIs', { bin: entity.bin })}
      title={say(entity.name)}
      lead={t('compliance.supervisedBy', { names: entity.supervisors.map(({ name }) => say(name)).join(', ') })}
      actions={entity.supervisors.map(({ id }) => (
        <Link key={id} to={`/compliance/scores/${encodeURIComponent(id)}`}>
          {t('compliance.score')}
        </Link>
      ))}
    >
      <p className="entity-share">
        <Share part={entity.registered} whole={entity.total} label={say(entity.name)} /> {t('compliance.inForceWords')}
      </p>
      <ol className="eight">
        {entity.documents.map((document) => (
          <DocumentCard key={document.code} entityId={entity.id} document={document} canRegister={entity.canRegister} />
        ))}
      </ol>
    </Page>
  );
}
