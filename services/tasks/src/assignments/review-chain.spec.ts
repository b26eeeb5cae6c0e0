import { loadReviewChains } from '@aigaq/reference';
import fc from 'fast-check';
import { AGENCY, DISTRICT, inReview, refusalOf, REGION } from '../../test/examples.js';
import { type BodyPlace, decidingNow, placeAfter, reviewSteps, stepNow, storedSteps } from './review-chain.js';

const DATA = loadReviewChains('2024');
const MINISTRY = 'cgo-mf';
const body = (id: string, kind: string, line: string[], supervisorIds: string[] = []): BodyPlace => ({ id, kind, line, supervisorIds });
const ids = (steps: ReturnType<typeof reviewSteps>) => steps.map((parties) => parties.map(({ organisationId }) => organisationId));

describe('the chain of the review', () => {
  const entity = body('qs-1', 'quasi-state', [REGION, AGENCY], [REGION, MINISTRY]);
  it.each<[string, string, BodyPlace, string[][]]>([
    ['of a district: region, Agency', '1', body(DISTRICT, 'akimat-district', [REGION, AGENCY]), [[REGION], [AGENCY]]],
    ['of a village: district, region, Agency', '1', body('v', 'akimat-rural', [DISTRICT, REGION, AGENCY]), [[DISTRICT], [REGION], [AGENCY]]],
    ['of a committee: its ministry, Agency', '2', body('c', 'committee', [MINISTRY, AGENCY]), [[MINISTRY], [AGENCY]]],
    ['of a ministry: the Agency', '2', body(MINISTRY, 'central', [AGENCY]), [[AGENCY]]],
    ['of a region: the Agency', '4', body(REGION, 'akimat-region', [AGENCY]), [[AGENCY]]],
    ['of an entity: the body to which it reports, Agency', '1', entity, [[REGION], [AGENCY]]],
    ['of an entity in project 3: all that supervise it side by side, Agency', '3', entity, [[REGION, MINISTRY], [AGENCY]]],
    ['of an entity with one supervisor in project 3', '3', body('qs-2', 'quasi-state', [MINISTRY, AGENCY], [MINISTRY]), [[MINISTRY], [AGENCY]]],
  ])('%s', (_, project, place, expected) => {
    expect(ids(reviewSteps(DATA, project, place))).toEqual(expected);
  });

  it('names for each of those who review side by side its subject, and none for one alone', () => {
    const [together, agency] = reviewSteps(DATA, '3', entity);
    expect(together?.map(({ subject }) => subject?.ru)).toEqual(Array(2).fill('деятельность субъекта в отрасли этого органа'));
    expect(agency).toEqual([{ organisationId: AGENCY, subject: null }]);
  });

  it.each([
    ['whose superior is not known', '1', body(DISTRICT, 'akimat-district', [])],
    ['whose supervisor is not known', '3', body('qs-1', 'quasi-state', [])],
    ['of a kind that no chain names', '1', body('agency', 'agency', [])],
  ])('of a body %s is refused, not shortened', (_, project, place) => {
    expect(refusalOf(() => reviewSteps(DATA, project, place))).toBe('assignment.no_reviewing_body');
  });

  it('ends at the Agency in every edition, and names every kind once for every project', () => {
    for (const edition of ['2022', '2024']) {
      const { chains } = loadReviewChains(edition);
      const rest = chains.filter(({ projects }) => projects.includes('*')).flatMap(({ kinds }) => kinds);
      expect(new Set(rest).size).toBe(rest.length);
      expect(rest).toHaveLength(13);
    }
  });

  it('never has a body twice, nor the body itself', () => {
    const some = fc.array(fc.constantFrom('a', 'b', 'c', 'self', AGENCY), { maxLength: 5 });
    fc.assert(
      fc.property(some, some, fc.constantFrom('1', '3'), (line, supervisorIds, project) => {
        const place = body('self', 'quasi-state', [...line, AGENCY], supervisorIds);
        const refused = refusalOf(() => reviewSteps(DATA, project, place));
        const all = refused === undefined ? ids(reviewSteps(DATA, project, place)).flat() : [AGENCY];
        expect(new Set(all).size).toBe(all.length);
        expect([all.at(-1), all.includes('self')]).toEqual([AGENCY, false]);
      }),
    );
  });
});

describe('where the review stands', () => {
  const parties = [[REGION, MINISTRY], [AGENCY]].map((step) => step.map((organisationId) => ({ organisationId, subject: null })));
  const together = inReview({ ...storedSteps(parties), reviewerId: REGION, besideIds: [MINISTRY] });

  it('all of a step agree, in any order, before it goes on', () => {
    expect([decidingNow(together), stepNow(together)]).toEqual([[REGION, MINISTRY], 0]);
    expect(placeAfter(together, MINISTRY)).toEqual({ reviewerId: REGION });
    expect(placeAfter(together, REGION)).toEqual({ reviewerId: MINISTRY });
    expect(placeAfter({ ...together, reviewerId: MINISTRY, besideIds: undefined }, MINISTRY)).toEqual({ reviewerId: AGENCY });
    expect(placeAfter({ ...together, reviewerId: AGENCY, besideIds: undefined }, AGENCY)).toBeNull();
  });

  it('is kept by bodies alone where one reviews at a time', () => {
    expect(storedSteps(parties).steps).toEqual(parties);
    expect(storedSteps([parties[1]!])).toEqual({ chain: [AGENCY] });
  });
});
