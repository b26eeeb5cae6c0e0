import { readFileSync } from 'node:fs';
import type { ElectronicSignature, Expectation } from '../document.js';
import { nothingFound, type BlockFacts, type Facts } from '../facts.js';
import { parseName } from '../fields/names.js';
import { judge, verdictOf } from '../verdict.js';
import { signerReasons } from './signer.js';

const box = [0.1, 0.7, 0.9, 0.75] as const;
const expectation: Expectation = {
  kinds: [],
  approval: 'none',
  stamp: 'optional',
  bin: '960340000123',
  signatories: [{ name: 'Сейтқалиев Нұрлан Болатұлы', position: 'Аким района', role: 'head', from: '2024-01-10', until: '2025-12-31' }],
};
const signature: ElectronicSignature = {
  validity: 'valid',
  reason: 'valid_at_time_stamp',
  reasons: ['valid_at_time_stamp'],
  signer: { name: 'СЕЙТҚАЛИЕВ НҰРЛАН БОЛАТОВИЧ', iinEnd: '0123', organisation: 'ГУ "АППАРАТ АКИМА"', bin: '960340000123', kind: 'head', roles: ['head'] },
  claimedTime: '2025-06-02T09:30:00.000Z',
  trustedTime: '2025-06-02T09:30:00.000Z',
  timeAuthority: 'ТОО «Метки времени»',
  nextCheck: null,
  laterBytes: 0,
  laterChanges: [],
  changedPages: [],
};

function block(changes: Partial<BlockFacts> = {}): BlockFacts {
  const name = parseName('Н. Сейтқалиев');
  return {
    ...{ role: 'end', page: 1, box, position: 'Аким района', name, names: [name], nameText: 'Н. Сейтқалиев', signed: false, inkBox: null },
    ...{ inkSource: null, measured: {}, isStamped: false, slashBox: null, isDigital: false },
    ...changes,
  };
}

function facts(signatures: readonly Partial<ElectronicSignature>[], changes: Partial<Facts> = {}): Facts {
  return {
    ...nothingFound,
    expectation,
    language: 'ru',
    date: { value: '2025-06-02', page: 1, box, isConfirmed: true },
    ends: [block()],
    pages: [{ page: 1, rotation: 0, isBlank: false, isPoor: false }],
    electronicSignatures: signatures.map((change) => ({ ...signature, ...change })),
    ...changes,
  };
}

const electronic = (given: Facts): string[] =>
  judge(given)
    .filter(({ code }) => code.startsWith('electronic_signature'))
    .map(({ code, outcome, data }) => `${code}.${outcome} ${data['reason']}`);
const verdict = (given: Facts): string => verdictOf(judge(given));
const wants = (changes: Partial<Expectation>): Partial<Facts> => ({ expectation: { ...expectation, ...changes } });

describe('a paper signed electronically', () => {
  it('passes without pen ink when an expected person signed it for his body', () => {
    const given = facts([{}]);
    expect(electronic(given)).toEqual(['electronic_signature.passed valid_at_time_stamp']);
    expect(verdict(given)).toBe('passed');
  });

  it('passes with a QR code beside', () => {
    expect(verdict(facts([{}], { qrCodes: [{ page: 1, box }] }))).toBe('passed');
  });

  it('fails unsigned when it is neither signed with a pen nor electronically', () => {
    expect(verdict(facts([]))).toBe('failed');
  });

  it.each([
    ['nobody is expected', {}, wants({ signatories: [] }), 'signer_unknown'],
    ['somebody else signed', { signer: { ...signature.signer!, name: 'ПЕТРОВ ИВАН' } }, {}, 'signer_other'],
    ['somebody of nearly that name signed', { signer: { ...signature.signer!, name: 'СЕЙТҚАЛИЕВ АСАН' } }, {}, 'signer_similar'],
    ['he was not in office that day', { trustedTime: '2026-01-02T00:00:00.000Z' }, {}, 'signer_not_entitled'],
    ['the day is not known', { trustedTime: null }, { date: null }, 'signer_not_entitled'],
    ['he used his personal certificate', { signer: { ...signature.signer!, bin: null } }, {}, 'signer_personal'],
    ['he signed for another body', { signer: { ...signature.signer!, bin: '111111111111' } }, {}, 'signer_of_other_body'],
    ['the algorithm is not verified', { validity: 'undetermined', reason: 'algorithm_unsupported' }, {}, 'algorithm_unsupported'],
  ] as const)('goes to a person when %s', (_, change, changes, reason) => {
    const given = facts([change], changes);
    expect(electronic(given)[0]).toBe(`electronic_signature_unsure.person ${reason}`);
    expect(verdict(given)).toBe('person');
  });

  it('counts the day of signing in the capital', () => {
    expect(verdict(facts([{ trustedTime: '2025-12-31T20:00:00.000Z' }]))).toBe('person');
    expect(verdict(facts([{ trustedTime: '2025-12-31T18:00:00.000Z' }]))).toBe('passed');
  });

  it('goes to a person when a place of signing is left', () => {
    const name = parseName('А.Б. Сериков');
    const given = facts([{}], { ends: [block(), block({ name, names: [name] })] });
    expect(electronic(given)).toContain('electronic_signature_unsure.person block_without_signature');
    expect(verdict(given)).toBe('person');
    expect(verdict(facts([{}], { ends: [block(), block({ name, names: [name], signed: true, inkBox: box })] }))).toBe('passed');
  });

  it.each(['content_changed', 'signature_wrong', 'changed_later', 'byte_range_gap'] as const)('fails when %s', (reason) => {
    const given = facts([{ validity: 'invalid', reason, changedPages: [2], laterChanges: ['content'] }], {
      ends: [block({ signed: true, inkBox: box })],
    });
    expect(judge(given).find(({ code }) => code === 'electronic_signature_invalid')).toMatchObject({
      outcome: 'failed',
      page: 2,
      data: { reason, changes: 'content' },
    });
    expect(verdict(given)).toBe('failed');
  });

  it('goes to a person when the certificate had ended, but the paper is signed with a pen', () => {
    const given = facts([{ validity: 'invalid', reason: 'certificate_expired' }], { ends: [block({ signed: true, inkBox: box })] });
    expect(electronic(given)).toEqual(['electronic_signature_invalid.person certificate_expired']);
    expect(verdict(given)).toBe('person');
  });

  it.each(['kk', 'ru'])('every doubt about the signer has words in %s', (language) => {
    const texts = JSON.parse(readFileSync(new URL(`../../texts/${language}.json`, import.meta.url), 'utf8')) as Record<string, string>;
    const keys = Object.keys(texts).filter((key) => key.startsWith('reason.'));
    expect(keys.sort()).toEqual(signerReasons.map((reason) => `reason.${reason}`).sort());
  });
});
