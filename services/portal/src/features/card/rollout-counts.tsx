import type { BodyRow, EditionView, OrganisationKind, PageOf, RolloutView } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.js';
import { useWords } from '../../texts/words.js';

const FIRST_LEVEL: OrganisationKind[] = ['akimat-region', 'akimat-republican-city'];

/** The name of a region by its id, and of what stands for none. */
export function useRegionName(): (id: string) => string {
  const { say, coded } = useWords();
  const { data: regions } = useQuery({
    queryKey: ['regions'],
    queryFn: async ({ signal }) => {
      const pages = FIRST_LEVEL.map((kind) => get<PageOf<BodyRow>>('/api/organisations/bodies', { kind, limit: 100 }, signal));
      return (await Promise.all(pages)).flatMap(({ items }) => items);
    },
    staleTime: Infinity,
  });
  return (id) => {
    const region = regions?.find(({ regionId }) => regionId === id);
    return region === undefined ? coded('regions', id) : say(region.name);
  };
}

/** What a dry run counted: nothing is stored yet. */
export function RolloutCounts({ plan, view }: { plan: RolloutView; view: EditionView }) {
  const { t, say, coded, number } = useWords();
  const regionName = useRegionName();
  const titles = new Map(
    view.projects.flatMap(({ tasks }) => tasks.flatMap(({ subtasks }) => subtasks.map(({ code, title }) => [code, say(title)]))),
  );
  return (
    <div className="plan" role="status">
      <p>
        <strong>{t('card.planned', { count: plan.planned, number: number(plan.planned) })}</strong>{' '}
        {plan.existing > 0 && t('card.existing', { number: number(plan.existing) })}{' '}
        {plan.locked > 0 && t('card.locked', { number: number(plan.locked) })}
      </p>
      <Counts title={t('card.byKind')} counts={plan.byKind} nameOf={(kind) => coded('bodyKinds', kind)} isOpen />
      <Counts title={t('card.byRegion')} counts={plan.byRegion} nameOf={regionName} />
      <Counts title={t('card.bySubtask')} counts={plan.bySubtask} nameOf={(code) => `${code} ${titles.get(code) ?? ''}`} />
    </div>
  );
}

interface CountsProps {
  title: string;
  counts: Record<string, number>;
  nameOf: (key: string) => string;
  isOpen?: boolean;
}

export function Counts({ title, counts, nameOf, isOpen = false }: CountsProps) {
  const { number } = useWords();
  const rows = Object.entries(counts).toSorted(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }));
  const most = Math.max(1, ...rows.map(([, count]) => count));
  return (
    <details className="counts" open={isOpen}>
      <summary>{title}</summary>
      <ul>
        {rows.map(([key, count]) => (
          <li key={key}>
            <span className="counts-name">{nameOf(key)}</span>
            <span className="counts-bar" aria-hidden="true">
              <span style={{ width: `${(count / most) * 100}%` }} />
            </span>
            <span className="figure">{number(count)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
