import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadCard, loadDeadlines, loadPeople } from './load.js';

describe('reading reference data', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'reference-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const write = (file: string, content: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  };

  it('says which file is missing', () => {
    expect(() => loadPeople(folder)).toThrow(
      expect.objectContaining({ code: 'reference.unreadable', data: expect.objectContaining({ file: 'demo/people.json' }) }),
    );
  });

  it('says which file is not JSON', () => {
    write('demo/people.json', '{');
    expect(() => loadPeople(folder)).toThrow(expect.objectContaining({ code: 'reference.unreadable' }));
  });

  it('names the place that is wrong: an empty Kazakh text', () => {
    const meta = { title: { ru: 'Карта', kk: '  ' }, edition: '2024', version: '1', source: 'x', proposed: [], openQuestions: [] };
    write('cards/2024.json', JSON.stringify({ meta, projects: [] }));
    expect(() => loadCard('2024', folder)).toThrow(
      expect.objectContaining({
        code: 'reference.invalid',
        data: { file: 'cards/2024.json', places: expect.stringContaining('meta.title.kk') },
      }),
    );
  });

  it.each(['../people', '2024/../../x', ''])('takes no path for an edition: %j', (edition) => {
    expect(() => loadCard(edition, folder)).toThrow(expect.objectContaining({ code: 'reference.unreadable' }));
    expect(() => loadDeadlines(edition, folder)).toThrow(expect.objectContaining({ code: 'reference.unreadable' }));
  });
});
