import type { Expectation, Finding } from './document.js';
import { nothingFound, type BlockFacts, type Facts } from './facts.js';
import { parseName } from './fields/names.js';
import { judge, verdictOf } from './verdict.js';

const box = [0.1, 0.7, 0.9, 0.75] as const;
const expectation: Expectation = {
  kinds: ['order'],
  number: '125-ө',
  date: '2024-02-20',
  approval: 'none',
  stamp: 'optional',
  signatories: [{ name: 'А.Б. Сериков', position: 'Аким города', role: 'head' }],
};

function block(changes: Partial<BlockFacts> = {}): BlockFacts {
  const name = parseName('А.Б. Сериков');
  return {
    role: 'end', page: 1, box, position: 'Аким города', name, names: [name], nameText: 'А.Б. Сериков', signed: true, inkBox: box,
    inkSource: 'colour', measured: {}, isStamped: false, slashBox: null, isDigital: false, ...changes,
  };
}

function facts(changes: Partial<Facts> = {}): Facts {
  const read = { page: 1, box, isConfirmed: true };
  return {
    ...nothingFound,
    expectation,
    kind: { value: 'order', ...read },
    language: 'ru',
    number: { value: '125-е', ...read },
    date: { value: '2024-02-20', ...read },
    ends: [block()],
    pages: [{ page: 1, rotation: 0, isBlank: false, isPoor: false }],
    ...changes,
  };
}

const place = { page: 1, box };
const stranger = parseName('Р.И. Петренко');
const wrong = { value: '2021-12-30', page: 1, box };
const wants = (changes: Partial<Expectation>): Expectation => ({ ...expectation, ...changes });
const until = (day: string): Expectation => wants({ signatories: [{ ...expectation.signatories[0]!, from: '2020-01-01', until: day }] });
const poor = [{ page: 1, rotation: 0 as const, isBlank: false, isPoor: true }];

describe('judging a paper', () => {
  it('passes the paper that is right, with a place for everything found', () => {
    const findings = judge(facts());
    expect(findings.map(({ code, outcome }) => `${code}.${outcome}`)).toEqual([
      'quality.passed', 'kind.passed', 'number.passed', 'date.passed', 'signature.passed', 'signatory.passed',
    ]);
    expect(findings.slice(1).every((finding) => finding.box !== undefined && finding.page === 1)).toBe(true);
    expect(verdictOf(findings)).toBe('passed');
  });

  it.each<[string, Finding['outcome'], Partial<Facts>]>([
    ['unsigned', 'failed', { ends: [block({ signed: false })] }],
    ['unsigned', 'failed', { ends: [block(), block({ signed: false })] }],
    ['unsigned', 'failed', { ends: [block({ signed: false })], stamps: [{ ...place, ink: 'colour' }] }],
    ['signature_unsure', 'person', { ends: [block({ signed: null, isStamped: true })] }],
    ['block_not_found', 'person', { ends: [] }],
    ['missing_approval', 'failed', { expectation: wants({ approval: 'required' }) }],
    ['missing_approval', 'person', { expectation: wants({ approval: 'required' }), isApprovalAbsent: false }],
    ['other_signatory', 'failed', { ends: [block({ name: stranger, names: [stranger, stranger] })] }],
    ['other_signatory', 'person', { ends: [block({ name: stranger, names: [stranger] })] }],
    ['signatory_unsure', 'person', { ends: [block({ name: parseName('Г.Б. Сериков'), names: [parseName('Г.Б. Сериков')] })] }],
    ['signatory', 'passed', { ends: [block({ name: parseName('Сериков'), names: ['Сериков', 'Г.Б. Сериков', 'А.Б. Сериков'].map(parseName) })] }],
    ['signatory_unsure', 'person', { ends: [block({ names: ['Г.Б. Сериков', 'Г.Б. Сериков', 'А.Б. Сериков'].map(parseName) })] }],
    ['name_not_read', 'person', { ends: [block({ name: null, names: [] })] }],
    ['signatory_unknown', 'person', { expectation: wants({ signatories: [] }) }],
    ['signatory_not_entitled', 'failed', { expectation: until('2024-02-19') }],
    ['signatory_date_unknown', 'person', { expectation: { ...until('2024-02-19'), date: undefined } as unknown as Expectation, date: null }],
    ['position_mismatch', 'person', { ends: [block({ position: 'И.о. акима города' })] }],
    ['position_not_read', 'person', { ends: [block({ position: 'города' })] }],
    ['wrong_number', 'failed', { number: { value: '126', page: 1, box, isConfirmed: true } }],
    ['wrong_number', 'person', { number: { value: '126', page: 1, box, isConfirmed: false } }],
    ['number_not_found', 'person', { number: null }],
    ['wrong_date', 'failed', { date: { ...wrong, isConfirmed: true } }],
    ['wrong_date', 'person', { date: { ...wrong, isConfirmed: false } }],
    ['date_not_found', 'person', { date: null }],
    ['date_out_of_range', 'failed', { expectation: wants({ dateFrom: '2024-03-01' }) }],
    ['kind_not_found', 'person', { kind: null }],
    ['kind_unexpected', 'person', { kind: { value: 'letter', page: 1, box, isConfirmed: true } }],
    ['missing_stamp', 'failed', { expectation: wants({ stamp: 'required' }) }],
    ['missing_stamp', 'person', { expectation: wants({ stamp: 'required' }), hasWeakStamps: true }],
    ['missing_page', 'failed', { missingPages: [{ number: 3, page: 3, isConfirmed: true }] }],
    ['missing_page', 'person', { missingPages: [{ number: 3, page: 3, isConfirmed: false }] }],
    ['blank_page', 'person', { pages: [{ page: 1, rotation: 0, isBlank: true, isPoor: false }] }],
    ['rotated_page', 'note', { pages: [{ page: 1, rotation: 90, isBlank: false, isPoor: false }] }],
    ['low_quality', 'person', { pages: poor }],
    ['unsigned', 'person', { pages: poor, ends: [block({ signed: false })] }],
    ['pasted_facsimile', 'person', { ends: [block({ isDigital: true })] }],
    ['slash_signature', 'person', { ends: [block({ slashBox: box })] }],
    ['agreement_incomplete', 'person', { agreement: [block({ role: 'agreement', signed: false })] }],
    ['electronic_incomplete', 'person', { marginStamp: place, ends: [block({ signed: false })] }],
    ['electronic_incomplete', 'person', { qrCodes: [place] }],
  ])('says %s.%s', (code, outcome, changes) => {
    const findings = judge(facts(changes));
    expect(findings.filter((finding) => finding.code === code).map((finding) => finding.outcome)).toEqual([outcome]);
    expect(verdictOf(findings)).toBe(outcome === 'note' ? 'passed' : outcome);
  });

  it('passes an electronic copy without pen ink', () => {
    const findings = judge(facts({ marginStamp: place, qrCodes: [place], ends: [block({ signed: false })] }));
    expect(verdictOf(findings)).toBe('passed');
    expect(findings.some(({ code }) => code === 'electronic_copy')).toBe(true);
  });

  it('takes the approval block as the deciding one', () => {
    const approval = block({ role: 'approval' });
    const ends = [block({ name: stranger, names: [stranger, stranger] })];
    expect(verdictOf(judge(facts({ approval, isApprovalAbsent: false, ends })))).toBe('passed');
  });
});

describe('the day of a paper and the register of heads', () => {
  const akim = 'Аким города';
  const acting = 'И.о. акима города';
  const register: Expectation['signatories'] = [
    { name: 'А.Б. Сериков', position: akim, role: 'head', from: '2020-01-01', until: '2024-01-31' },
    { name: 'М.Т. Жұмабаева', position: acting, role: 'acting', from: '2024-02-05', until: '2024-02-15' },
    { name: 'Д.С. Оспанов', position: akim, role: 'head', from: '2024-03-01' },
    // He acted once while another held the chair.
    { name: 'Д.С. Оспанов', position: acting, role: 'acting', from: '2023-07-03', until: '2023-07-21' },
  ];
  const signed = (day: string, name: string, position: string) => {
    const by = block({ position, name: parseName(name), names: [parseName(name)], nameText: name });
    const findings = judge(facts({ expectation: wants({ date: day, signatories: register }), date: { value: day, page: 1, box, isConfirmed: true }, ends: [by] }));
    return findings.map(({ code }) => code).find((code) => /signatory|position/.test(code));
  };

  it.each([
    ['the head on his last day', '2024-01-31', 'А.Б. Сериков', akim, 'signatory'],
    ['the head of yesterday', '2024-02-01', 'А.Б. Сериков', akim, 'signatory_not_entitled'],
    ['who acts, a day before the order', '2024-02-04', 'М.Т. Жумабаева', acting, 'signatory_not_entitled'],
    ['who acts, on the first day of the order', '2024-02-05', 'М.Т. Жумабаева', acting, 'signatory'],
    ['who acts, on the last day of the order', '2024-02-15', 'М.Т. Жумабаева', acting, 'signatory'],
    ['who acted, when the order has run out', '2024-02-16', 'М.Т. Жумабаева', acting, 'signatory_not_entitled'],
    ['who acts, as if he held the chair', '2024-02-10', 'М.Т. Жумабаева', akim, 'position_mismatch'],
    ['anybody in the gap: the head to be', '2024-02-20', 'Д.С. Оспанов', akim, 'signatory_not_entitled'],
    ['the new head on his first day', '2024-03-01', 'Д.С. Оспанов', akim, 'signatory'],
    ['the new head, when he only acted', '2023-07-10', 'Д.С. Оспанов', acting, 'signatory'],
    ['the holder, while another acts', '2023-07-10', 'А.Б. Сериков', akim, 'signatory'],
  ])('%s (%s)', (_, day, name, position, code) => expect(signed(day, name, position)).toBe(code));
});
