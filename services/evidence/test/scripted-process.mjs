// A reading process whose papers say what it shall do: the first letters of a paper are `fall`, `hang`, `fail`, `long`, `sign` or anything else.
// Of a paper of several files the letters are those of all of them, in order.
// A signed paper whose last word is a file is verified as soon as this file is there; with `unwell` behind it verifying fails, with `fresh` it is valid for two days and revoked when the file is there.
// A long paper says first what its ends say; then it does what its last word says: `hangs`, `falls`, `<file>` (falls once, and leaves the file); with `waits` before the file it goes on
// only when it is read anew after the file has come.
import { existsSync, writeFileSync } from 'node:fs';

const BLOCK = { role: 'end', page: 1, box: [0.1, 0.7, 0.9, 0.8], position: 'Аким', name: 'С.А. Кожахметов', signed: false, inkBox: null };
const MARK = { type: 'signature', page: 1, box: [0.5, 0.7, 0.6, 0.8], confidence: 0.7 };
const PAGE = { page: 1, width: 10, height: 14, blank: false, rotation: 0 };

const SIGNATURE = {
  ...{ validity: 'undetermined', reason: 'revocation_unavailable', reasons: ['revocation_unavailable'], claimedTime: '2026-10-01T05:00:00.000Z', trustedTime: null, timeAuthority: null },
  ...{ nextCheck: '2026-10-12T06:00:00.000Z', laterBytes: 812, laterChanges: ['signature'], changedPages: [] },
  signer: { name: 'КОЖАХМЕТОВ САКЕН', iinEnd: '0123', organisation: 'ГУ «АППАРАТ АКИМА»', bin: '960340000123', kind: 'head', roles: ['legal_entity', 'head'] },
};

const VALID = { validity: 'valid', reason: 'valid_now', reasons: ['valid_now'] };
const REVOKED = 'revoked_without_time_stamp';

process.on('message', ({ id, job, ask }) => {
  if (job !== 'inspect') ask.bytes = Buffer.concat(ask.files.map(({ bytes }) => bytes));
  const word = Buffer.from(ask.bytes).toString('latin1', 0, 4);
  if (job === 'inspect') process.send({ id, answer: { ok: true, type: 'pdf', pages: word === 'long' ? 20 : 1 } });
  else if (job === 'draw') process.send({ id, answer: [{ page: 1, width: 10, height: 14, jpeg: Buffer.from('picture') }] });
  else if (job === 'copy') process.send({ id, answer: Buffer.from(`copy of ${ask.pages.length}`) });
  else if (word === 'fall') process.kill(process.pid, 'SIGKILL');
  else if (word === 'fail') process.send({ id, failed: 'Error: cannot be opened' });
  else if (job === 'read' && word === 'page') process.send({ id, failed: 'Error: this page cannot be read' });
  else if (job === 'read') process.send({ id, answer: ask.pages.map((page) => ({ page, width: 10, height: 14, rotation: 0, blank: false, digital: false, lines: [[wordOf(ask.bytes)]] })) });
  else if (job === 'fingerprint') process.send({ id, failed: 'Error: there is nothing to see' });
  else if (job === 'verify') process.send(wordsOf(ask)[1] === 'unwell' ? { id, failed: 'Error: unwell' } : { id, answer: [signatureOf(ask)] });
  else if (word === 'long') long(id, ask);
  else if (word !== 'hang') process.send({ id, answer: word === 'sign' ? signed(ask) : checkOf(ask.expectation) });
});
function wordsOf({ bytes }) {
  return Buffer.from(bytes).toString('utf8').split(' ');
}

function signatureOf(ask) {
  const list = wordsOf(ask).at(-1);
  const isThere = list.startsWith('/') && existsSync(list);
  if (wordsOf(ask)[1] === 'fresh') return isThere ? { ...SIGNATURE, reason: REVOKED, reasons: [REVOKED], nextCheck: null } : { ...SIGNATURE, ...VALID, nextCheck: '2026-10-14T05:00:00.000Z' };
  return isThere ? { ...SIGNATURE, ...VALID, nextCheck: null } : SIGNATURE;
}

function signed(ask) {
  const signature = signatureOf(ask);
  const finding = signature.validity === 'valid' ? { code: 'electronic_signature', outcome: 'passed' } : { code: 'electronic_signature_unsure', outcome: 'person' };
  const data = { signer: signature.signer.name, reason: signature.reason, time: '', changes: '' };
  return { ...checkOf(ask.expectation), verdict: finding.outcome, findings: [{ ...finding, data }], number: `read with ${signature.reason}`, electronicSignatures: [signature] };
}

process.on('disconnect', () => process.exit(0));
process.send('ready');

function checkOf(expectation) {
  const findings = [{ code: 'number', outcome: 'note', page: 1, data: { number: JSON.stringify(expectation.signatories.map(({ name }) => name)) } }];
  return { verdict: 'passed', kind: 'order', language: 'ru', number: '7', date: '2026-10-01', approval: null, signatures: [BLOCK], stamps: [], marks: [MARK], electronic: { boxes: [] }, electronicSignatures: [], findings, pages: [PAGE] };
}

function wordOf(bytes) {
  return { text: Buffer.from(bytes).toString('utf8'), confidence: 90, box: [0, 0, 1, 1], foot: [[0, 1], [1, 1]], top: [0, 0] };
}

function long(id, { bytes, expectation }) {
  const [word, before] = Buffer.from(bytes).toString('utf8').split(' ').reverse();
  const check = checkOf(expectation);
  process.send({ id, news: { pagesRead: 2, check } });
  process.send({ id, news: { pagesRead: 9 } });
  if (word === 'hangs' || (before === 'waits' && !existsSync(word))) return;
  const isLeft = word.startsWith('/') && existsSync(word);
  setTimeout(() => {
    if (word === 'falls' || (word.startsWith('/') && !isLeft)) {
      if (word !== 'falls') writeFileSync(word, '');
      process.kill(process.pid, 'SIGKILL');
    } else {
      process.send({ id, answer: { ...check, verdict: 'person', findings: [{ code: 'unsigned', outcome: 'person', page: 20, data: {} }] } });
    }
  }, 1_000);
}
