import {
  compareFingerprints,
  fingerprintOf,
  FingerprintIndex,
  packFingerprint,
  type PaperPage,
  soughtKeys,
  storedKeys,
  unpackFingerprint,
} from '@aigaq/fingerprints';
import { scanned, sentence } from './pages.js';

let files = 0;
const fingerprint = (...pages: PaperPage[]) => fingerprintOf((files += 1).toString(16).padStart(64, '0'), pages);
const words = sentence(1, 260);
const unread = (page: PaperPage): PaperPage => ({ ...page, words: [] });
const paper = fingerprint(scanned(words));
const shared = <T extends 'picture' | 'text'>(kind: T, a = paper, b = paper): number => {
  const stored = new Set(storedKeys(a)[kind]);
  return soughtKeys(b)[kind].filter((key) => stored.has(key)).length;
};

describe('a paper handed in again', () => {
  it('is exact when the bytes are the same, whatever could be read', () => {
    const bytes = 'ab'.repeat(32);
    expect(compareFingerprints(fingerprintOf(bytes, []), fingerprintOf(bytes, [scanned(words)]))).toEqual({ kind: 'exact', strength: 1, differs: [] });
  });

  it.each([
    ['slanted', { angle: 4 }, []],
    ['turned a quarter', { angle: 90 }, []],
    ['turned the other way', { angle: -90 }, []],
    ['on its head', { angle: 180 }, ['turned']],
    ['cut at the top', { cut: 0.15 }, []],
    ['in another light and resolution', { brightness: -40, scale: 0.8 }, []],
  ])('is the same picture %s, without a word read', (_way, scan, differs) => {
    const again = fingerprint(unread(scanned(words, scan)));
    const found = compareFingerprints(paper, again);
    expect(found).toMatchObject({ kind: 'picture', strength: expect.any(Number) });
    expect(found?.differs.filter((what) => what === 'turned')).toEqual(_way.startsWith('turned') ? found?.differs : differs);
    expect(shared('picture', paper, again)).toBeGreaterThan(3);
  });

  it('is the same text with another number, date, district and name, and says what differs', () => {
    const form = (number: string, date: string, place: string, name: string) => [...place.split(' '), '№', number, ...date.split(' '), ...words, ...name.split(' ')];
    const one = fingerprint(scanned(form('12', '15 января 2026 года', 'Аулиекольского района', 'С.А. Кожахметов')));
    const other = fingerprint(scanned(form('340-п', '3 мая 2024 года', 'Жуалынского района', 'Е.К. Нурланов'), { scale: 0.7 }));
    expect(compareFingerprints(one, other)).toMatchObject({ strength: expect.any(Number), differs: expect.arrayContaining(['number', 'date', 'place', 'name']) });
    expect(shared('text', one, other)).toBeGreaterThan(18);
  });
});

describe('another paper', () => {
  it.each([
    ['with another text', sentence(2, 260)],
    ['in the same form with other content', [...words.slice(0, 150), ...sentence(3, 110)]],
    ['in the same form with other figures', words.flatMap((word, at) => (at % 12 === 0 ? [word, String(at * 7)] : [word]))],
  ])('%s is not alike', (_case, others) => {
    const figures = words.flatMap((word, at) => (at % 12 === 0 ? [word, String(at * 3 + 1)] : [word]));
    const own = _case.endsWith('figures') ? fingerprint(scanned(figures)) : paper;
    expect(compareFingerprints(own, fingerprint(scanned(others)))).toBeNull();
  });

  it('whose text was not read is judged by its picture', () => {
    expect(compareFingerprints(paper, fingerprint(unread(scanned(sentence(2, 260)))))).toBeNull();
  });

  it.each([
    ['a blank page', []],
    ['a title alone', sentence(4, 3)],
  ])('says nothing: %s', (_case, few) => {
    expect(compareFingerprints(fingerprint(scanned(few)), fingerprint(scanned(few)))).toBeNull();
  });

  it('is any picture, however small', () => {
    const speck = { picture: { width: 1, height: 1, data: Uint8Array.of(0) }, words: [] };
    expect(fingerprint(speck).pages).toEqual([new Uint8Array(0)]);
  });
});

describe('a fingerprint', () => {
  it('is the same however often it is made', () => {
    const sha256 = '0'.repeat(64);
    expect(packFingerprint(fingerprintOf(sha256, [scanned(words)]))).toEqual(packFingerprint(fingerprintOf(sha256, [scanned(words)])));
  });

  it('comes back from its bytes', () => {
    expect(unpackFingerprint(packFingerprint(paper))).toEqual(paper);
  });

  it('of another algorithm is compared by its SHA-256 alone', () => {
    expect(compareFingerprints(paper, { ...paper, algorithm: 99, sha256: 'c'.repeat(64) })).toBeNull();
  });
});

describe('the index', () => {
  const keysOf = (seed: number) => Uint32Array.from({ length: 30 }, (_, at) => Math.imul(seed * 31 + at, 2654435761) >>> 0);

  it('gives those that share most keys, the older first among equals', () => {
    const index = new FingerprintIndex();
    for (let seed = 0; seed < 5_000; seed += 1) index.add(keysOf(seed));
    expect(index.add(keysOf(77))).toBe(5_000);
    expect(index.candidates(keysOf(77), 2)).toEqual([
      { ordinal: 77, votes: 30 },
      { ordinal: 5_000, votes: 30 },
    ]);
    expect(index.bytes).toBeLessThan(30 * 8 * 5_001 + 20_000);
  });

  it('leaves out what shares one key by chance', () => {
    const index = new FingerprintIndex();
    index.add(Uint32Array.of(1, 2, 3));
    expect(index.candidates(Uint32Array.of(3, 4, 5), 10)).toEqual([]);
  });
});
