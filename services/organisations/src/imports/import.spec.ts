import { readFileSync } from 'node:fs';
import { acceptImport, finishImport } from './import.js';
import type { PlannedRow } from './import-plan.js';

const sample = JSON.parse(readFileSync(new URL('../../../../proto/organisations/v1/samples/RegisterImported.json', import.meta.url), 'utf8'));
const { importId: id, fileName, fileSha256: sha256 } = sample.payload;
const file = { id, fileName, sha256, day: '2026-10-12', rows: 'packed' };
const row = (outcome: PlannedRow['outcome']): PlannedRow => ({ number: 2, id: 'x', name: { kk: 'x', ru: 'x' }, outcome, changes: [], until: '', refusals: [] });
const plan = { rows: (['created', 'created', 'changed', 'closed', 'unchanged'] as const).map(row), isRefused: false, created: [], changed: [] };
const by = { id: 'p1', name: 'A', memberships: [{ organisationId: 'agency', role: 'agency-admin' as const }] };

describe('an import', () => {
  it('is accepted with all its rows, and tells what will become of them', () => {
    const { next, events } = acceptImport(file, by, plan);
    expect(next).toEqual({ ...file, importedBy: { id: 'p1', name: 'A' }, state: 'accepted' });
    expect(events).toEqual([sample]);
  });

  it('lets its rows go when it is carried out', () => {
    expect(finishImport(acceptImport(file, by, plan).next)).toEqual({
      next: { ...file, importedBy: { id: 'p1', name: 'A' }, state: 'applied', rows: '' },
      events: [],
    });
  });
});
