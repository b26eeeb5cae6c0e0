import type { StoredEvent } from '@aigaq/events';
import { type BodyRow, factsOfDirectory, type HeadRow } from './facts.js';
import { PEOPLE } from './people.js';

const under = (...ancestorIds: string[]): Pick<BodyRow, 'parentId' | 'ancestorIds'> => ({
  ...(ancestorIds[0] ? { parentId: ancestorIds[0] } : {}),
  ancestorIds,
});

const STATE_BODIES: readonly BodyRow[] = [
  { id: 'agency', kind: 'agency', name: { kk: 'Агенттік', ru: 'Агентство' } },
  {
    id: 'agency-department-kostanay',
    kind: 'agency-department',
    name: { kk: 'Қостанай облысы бойынша департамент', ru: 'Департамент по Костанайской области' },
    regionId: 'kostanay',
    ...under('agency'),
  },
  { id: 'cgo-mf', kind: 'central', name: { kk: 'Қаржы министрлігі', ru: 'Министерство финансов' }, ...under('agency') },
  {
    id: 'akimat-kostanay',
    kind: 'akimat-region',
    name: { kk: 'Қостанай облысының әкімдігі', ru: 'Акимат Костанайской области' },
    regionId: 'kostanay',
    ...under('agency'),
  },
  {
    id: 'akimat-kostanay-auliekol',
    kind: 'akimat-district',
    name: { kk: 'Әулиекөл ауданының әкімдігі', ru: 'Акимат Аулиекольского района' },
    regionId: 'kostanay',
    ...under('akimat-kostanay', 'agency'),
  },
  {
    id: 'akimat-zhambyl',
    kind: 'akimat-region',
    name: { kk: 'Жамбыл облысының әкімдігі', ru: 'Акимат Жамбылской области' },
    regionId: 'zhambyl',
    ...under('agency'),
  },
  {
    id: 'akimat-zhambyl-zhualy',
    kind: 'akimat-district',
    name: { kk: 'Жуалы ауданының әкімдігі', ru: 'Акимат Жуалынского района' },
    regionId: 'zhambyl',
    ...under('akimat-zhambyl', 'agency'),
  },
];

/** BINs of fictional quasi-state entities with a valid check digit. */
const BINS = [
  '980140900002',
  '050640900374',
  '121140900740',
  '190440901115',
  '010940901485',
  '080240901859',
  '150740902226',
  '221240902593',
  '040540902960',
  '111040903333',
  '180340903700',
];

function entity(bin: string, index: number): BodyRow {
  const region = index < 10 ? 'kostanay' : 'zhambyl';
  return {
    id: `qs-${bin}`,
    kind: 'quasi-state',
    name: { kk: `«Субъект ${index + 1}» АҚ`, ru: `АО «Субъект ${index + 1}»` },
    bin,
    supervisorIds: index === 0 ? [`akimat-${region}`, 'cgo-mf'] : [`akimat-${region}`],
    regionId: region,
  };
}

/** Ten under akimat-kostanay (the first also under cgo-mf), the eleventh under akimat-zhambyl. */
export const ENTITIES: readonly BodyRow[] = BINS.map(entity);

const HEADS: readonly HeadRow[] = [
  {
    id: 'akimat-kostanay-auliekol:1',
    organisationId: 'akimat-kostanay-auliekol',
    personName: { kk: 'С.А. Қожахметов', ru: 'С.А. Кожахметов' },
    position: { kk: 'Әулиекөл ауданының әкімі', ru: 'Аким Аулиекольского района' },
    level: 'akim',
  },
  {
    id: 'akimat-zhambyl-zhualy:1',
    organisationId: 'akimat-zhambyl-zhualy',
    personName: { kk: 'Е.Қ. Нұрланов', ru: 'Е.К. Нурланов' },
    position: { kk: 'Жуалы ауданының әкімі', ru: 'Аким Жуалынского района' },
    level: 'akim',
  },
  {
    id: 'agency:1',
    organisationId: 'agency',
    personName: { kk: 'Қ.Е. Ысқақова', ru: 'К.Е. Искакова' },
    position: { kk: 'Төраға', ru: 'Председатель' },
    level: 'first-head',
  },
];

/** A small country: what the organisations service tells at the beginning of a component test. */
export function country(): StoredEvent[] {
  return factsOfDirectory({ bodies: [...STATE_BODIES, ...ENTITIES], heads: HEADS, people: Object.values(PEOPLE) });
}
