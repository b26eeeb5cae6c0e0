import { readFileSync } from 'node:fs';
import { reasonTable } from '../src/index.js';
import { roleOid } from '../src/oids.js';

const catalogue = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../texts/${language}.json`, import.meta.url), 'utf8')) as Record<string, string>;

const wanted = [
  ...['valid', 'invalid', 'undetermined'].map((validity) => `validity.${validity}`),
  ...Object.keys(reasonTable).map((reason) => `reason.${reason}`),
  ...['personal', 'employee', 'head', 'unknown'].map((kind) => `kind.${kind}`),
  ...Object.values(roleOid).map((role) => `role.${role}`),
  ...['signature', 'time_stamp', 'validation_data', 'metadata', 'visible_signature', 'content'].map(
    (change) => `change.${change}`,
  ),
];

describe('words for people', () => {
  it.each(['kk', 'ru'])('%s has a sentence for every code and no other', (language) => {
    expect(Object.keys(catalogue(language)).sort()).toEqual([...wanted].sort());
  });
});
