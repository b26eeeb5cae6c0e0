import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { meQuery, useMay } from '../../api/people.js';
import { useWords } from '../../texts/words.js';
import { Page } from '../../ui/page.js';
import { rootsOf } from './bodies.js';
import { BodyFilters, filtersOf, isWholeTree, paramsOf } from './body-filters.js';
import { BodyRows } from './body-rows.js';
import { BodyTree } from './body-tree.js';
import { ExportButtons } from './export-buttons.js';

/** Every body that the person may see: as a tree, or as a list when something is searched for. */
export function BodiesPage() {
  const { t } = useWords();
  const may = useMay();
  const { data: me } = useQuery(meQuery);
  const [params, setParams] = useSearchParams();
  const [filters, setFilters] = useState(() => filtersOf(params));
  const asked = useDeferredValue(filters);
  const change = (changed: typeof filters): void => {
    setFilters(changed);
    setParams(paramsOf(changed), { replace: true });
  };
  return (
    <Page
      title={t('bodies.title')}
      lead={t('bodies.lead')}
      actions={
        <>
          <Link to="/bodies/vacancies">{t('chairs.vacancies')}</Link>
          {may('body.manage') && <Link to="/bodies/new">{t('bodies.register')}</Link>}
          {may('body.manage') && <Link to="/bodies/import">{t('bodies.import.title')}</Link>}
        </>
      }
    >
      <BodyFilters filters={filters} onChange={change} />
      {may('body.export') && <ExportButtons />}
      {isWholeTree(asked) ? (
        me && <BodyTree rootIds={rootsOf(me)} closed={asked.closed} />
      ) : (
        <BodyRows filters={{ ...asked, search: asked.search.trim() }} />
      )}
    </Page>
  );
}
