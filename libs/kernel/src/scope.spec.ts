import { type Placed, scopeOf, supervised } from './scope.js';

const body = (id: string, ancestorIds: string[] = [], supervisorIds: string[] = []): Placed => ({ id, ancestorIds, supervisorIds });
const agency = body('agency');
const region = body('akimat-kostanay', ['agency']);
const district = body('akimat-kostanay-auliekol', [region.id, 'agency']);
const ministry = body('cgo-mf', ['agency']);
const entity = body('qs-1', [], [region.id, ministry.id]);

describe('the scope of a body', () => {
  const branch = body('qs-1-branch', [entity.id]);
  const supervising = [supervised(region.id), supervised('agency'), supervised(ministry.id)];
  it.each<[string, Placed, Placed[], string[]]>([
    ['itself and its ancestors', district, [region, agency], [district.id, region.id, 'agency']],
    ['its supervisors and those above them, marked, each once', entity, [ministry, region, agency], ['qs-1', ...supervising]],
    ['the supervisors of its ancestors', branch, [entity, region, ministry], [branch.id, entity.id, ...supervising]],
    ['a supervisor that is not known yet', entity, [], ['qs-1', supervised(region.id), supervised(ministry.id)]],
    ['not those whom its supervisor supervises', region, [agency, entity, ministry], [region.id, 'agency']],
  ])('has %s', (_what, one, around, scope) => {
    expect(scopeOf(one, around)).toEqual(scope);
  });
});
