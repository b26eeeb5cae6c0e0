import { NoticeView, OverviewView, pageOf, type Tally } from '@aigaq/api';
import { type Work } from './evidence-step.js';
import { AGENCY, DISTRICT, REGION } from './papers.js';
import type { Portal } from './portal.js';
import { until } from './persistence.js';

/** Who looks at which body. */
const READERS = [
  [DISTRICT, 'executor'],
  [REGION, 'coordinator'],
  [AGENCY, 'curator'],
] as const;

export type Overviews = Record<string, OverviewView>;

export async function overviews(portal: Portal, year: number): Promise<Overviews> {
  const views = READERS.map(async ([id, reader]) => [id, await overview(portal, reader, id, year)] as const);
  return Object.fromEntries(await Promise.all(views));
}

/**
 * 4. District, region and country show the change, all three with sums that fit.
 * @returns milliseconds since `began` until the last of the three showed it
 */
export async function overviewsFollow(
  portal: Portal,
  { before, year, began, project }: { before: Overviews; year: number; began: number; project: string },
  change: Partial<Tally>,
  patience = 60_000,
): Promise<number> {
  const times = READERS.map(async ([id, reader]) => {
    const wanted = sum(before[id]?.whole, change);
    const hasCome = ({ whole }: OverviewView) => Object.entries(wanted).every(([name, count]) => whole[name as keyof Tally] === count);
    const view = await until(() => overview(portal, reader, id, year), hasCome, patience, 50);
    const time = Date.now() - began;
    const row = view.projects.find(({ code }) => code === project);
    expect(row?.tally).toMatchObject(sum(before[id]?.projects.find(({ code }) => code === project)?.tally, change));
    const { total, accepted, inReview, returned, open } = view.whole;
    expect(accepted + inReview + returned + open).toBe(total);
    return time;
  });
  return Math.max(...(await Promise.all(times)));
}

/** The overviews when what happened before has come through: they are as they must be, and nothing changes for two seconds. */
export async function settled(read: () => Promise<Overviews>, mustBe: (views: Overviews) => boolean = () => true): Promise<Overviews> {
  const tallies = (views: Overviews) => JSON.stringify(Object.values(views).map(({ whole }) => whole));
  let [since, last] = [Date.now(), ''];
  const isQuiet = (views: Overviews) => {
    [since, last] = tallies(views) === last ? [since, last] : [Date.now(), tallies(views)];
    return mustBe(views) && Date.now() - since > 2_000;
  };
  return until(read, isQuiet, 300_000, 250);
}

/** Everybody concerned finds a notice of each act in the inbox, once, in both languages. */
export async function everybodyIsTold(portal: Portal, work: Work, wanted: Record<string, Record<string, number>>): Promise<void> {
  for (const [username, codes] of Object.entries(wanted)) {
    const count = (items: NoticeView[]) => countBy(items.map(({ code }) => code).filter((code) => code in codes));
    const isThere = (items: NoticeView[]) => Object.entries(codes).every(([code, number]) => (count(items)[code] ?? 0) >= number);
    const notices = await until(() => noticesAbout(portal, username, work), isThere, 60_000, 200);
    expect({ username, ...count(notices) }).toEqual({ username, ...codes });
    expect(notices.filter(({ text }) => text.kk === '' || text.ru === '' || text.kk === text.ru)).toEqual([]);
  }
}

export function noticePath({ id }: Work): string {
  return `/assignments/${encodeURIComponent(id)}`;
}

async function noticesAbout(portal: Portal, username: string, work: Work): Promise<NoticeView[]> {
  const { items } = await portal.as(username).get('/api/notifications/notices?limit=100', pageOf(NoticeView));
  return items.filter(({ path }) => path === noticePath(work));
}

function overview(portal: Portal, reader: string, organisationId: string, year: number): Promise<OverviewView> {
  return portal.as(reader, 'kk').get(`/api/reports/overview/${organisationId}?edition=2024&year=${year}`, OverviewView);
}

function sum(tally: Tally | undefined, change: Partial<Tally>): Partial<Tally> {
  return Object.fromEntries(Object.entries(change).map(([name, by]) => [name, (tally?.[name as keyof Tally] ?? 0) + by]));
}

export function countBy(words: readonly string[]): Record<string, number> {
  return words.reduce<Record<string, number>>((counts, word) => ({ ...counts, [word]: (counts[word] ?? 0) + 1 }), {});
}
