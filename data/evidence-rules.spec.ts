import { readFileSync } from 'node:fs';
import { rulesDocument } from '../deploy/data/describe-rules.mjs';

describe('the rules of evidence in words', () => {
  const document = rulesDocument();

  it('are written down: 39 subtasks of 2024 and 68 tasks of 2022, in both languages', () => {
    const rows = document.split('\n').filter((line) => /^\| \d/.test(line));
    expect(rows).toHaveLength(39 + 68);
    expect(document).toContain('## Edition 2024: 39 subtasks');
    expect(document).toContain('## Edition 2022: 68 tasks');
    expect(rows.filter((row) => !/Обязательно|Достаточно|Загружать/.test(row) || !/Міндетті|Біреуі|жүктеудің/.test(row))).toEqual([]);
  });

  it('are up to date (npm run rules)', () => {
    expect(readFileSync(new URL('../docs/evidence-rules.md', import.meta.url), 'utf8')).toBe(document);
  });
});
