import type { OrganisationKind } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input, Select } from 'antd';
import { meQuery } from '../../api/people.js';
import { useWords } from '../../texts/words.js';
import { holdsNational } from '../../app/places.js';
import { useRegions } from './bodies.js';
import { KINDS } from './kinds.js';

export interface Filters {
  search: string;
  kind: OrganisationKind | '';
  regionId: string;
  closed: boolean;
}

export const NO_FILTERS: Filters = { search: '', kind: '', regionId: '', closed: false };

/** Nothing is searched for, so the tree is shown. */
export const isWholeTree = ({ search, kind, regionId }: Filters): boolean => search.trim() === '' && kind === '' && regionId === '';

/** Filters as the address of the page keeps them, so that the way back from a card leads to the same list. */
export function filtersOf(params: URLSearchParams): Filters {
  const kind = KINDS.find((each) => each === params.get('kind')) ?? '';
  return { search: params.get('search') ?? '', kind, regionId: params.get('region') ?? '', closed: params.has('closed') };
}

export function paramsOf({ search, kind, regionId, closed }: Filters): Record<string, string> {
  const all = { search: search.trim(), kind, region: regionId, closed: closed ? 'true' : '' };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

export function BodyFilters({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }) {
  const { t } = useWords();
  const { data: me } = useQuery(meQuery);
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <label className="filter filter-search">
        <span>{t('bodies.search')}</span>
        <Input value={filters.search} onChange={({ target }) => onChange({ ...filters, search: target.value })} maxLength={100} />
      </label>
      <label className="filter">
        <span>{t('bodies.kind')}</span>
        <Select
          value={filters.kind}
          onChange={(kind) => onChange({ ...filters, kind })}
          popupMatchSelectWidth={false}
          virtual={false}
          options={[{ value: '' as const, label: t('bodies.allKinds') }, ...KINDS.map((kind) => ({ value: kind, label: t(`bodies.kinds.${kind}`) }))]}
        />
      </label>
      {/* Somebody in one region sees no other. The field has its place before the regions are known: nothing jumps when they come. */}
      {me && holdsNational(me) && <RegionFilter value={filters.regionId} onChange={(regionId) => onChange({ ...filters, regionId })} />}
      <Checkbox checked={filters.closed} onChange={({ target }) => onChange({ ...filters, closed: target.checked })}>
        {t('bodies.withClosed')}
      </Checkbox>
    </form>
  );
}

function RegionFilter({ value, onChange }: { value: string; onChange: (regionId: string) => void }) {
  const { t, say } = useWords();
  const regions = useRegions().map(({ id, name }) => ({ value: id, label: say(name) }));
  return (
    <label className="filter">
      <span>{t('bodies.region')}</span>
      <Select
        value={value}
        onChange={onChange}
        popupMatchSelectWidth={false}
        virtual={false}
        options={[{ value: '', label: t('bodies.allRegions') }, ...regions]}
      />
    </label>
  );
}
