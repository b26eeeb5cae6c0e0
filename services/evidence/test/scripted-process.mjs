// A reading process whose papers say what it shall do: the first letters of a paper are `fall`, `hang`, `fail` or anything else.
const BLOCK = { role: 'end', page: 1, box: [0.1, 0.7, 0.9, 0.8], position: 'Аким', name: 'С.А. Кожахметов', signed: false, inkBox: null };
const MARK = { type: 'signature', page: 1, box: [0.5, 0.7, 0.6, 0.8], confidence: 0.7 };
const PAGE = { page: 1, width: 10, height: 14, blank: false, rotation: 0 };

process.on('message', ({ id, job, ask }) => {
  const word = Buffer.from(ask.bytes).toString('latin1', 0, 4);
  if (job === 'inspect') process.send({ id, answer: { ok: true, type: 'pdf', pages: 1 } });
  else if (job === 'draw') process.send({ id, answer: [{ page: 1, width: 10, height: 14, jpeg: Buffer.from('picture') }] });
  else if (job === 'copy') process.send({ id, answer: Buffer.from(`copy of ${ask.pages.length}`) });
  else if (word === 'fall') process.kill(process.pid, 'SIGKILL');
  else if (word === 'fail') process.send({ id, failed: 'Error: cannot be opened' });
  else if (job === 'read' && word === 'page') process.send({ id, failed: 'Error: this page cannot be read' });
  else if (job === 'read') process.send({ id, answer: ask.pages.map((page) => ({ page, width: 10, height: 14, rotation: 0, blank: false, digital: false, lines: [[wordOf(ask.bytes)]] })) });
  else if (word !== 'hang') process.send({ id, answer: checkOf(ask.expectation) });
});
process.on('disconnect', () => process.exit(0));
process.send('ready');

function checkOf(expectation) {
  const findings = [{ code: 'number', outcome: 'note', page: 1, data: { number: JSON.stringify(expectation.signatories.map(({ name }) => name)) } }];
  return { verdict: 'passed', kind: 'order', language: 'ru', number: '7', date: '2026-10-01', approval: null, signatures: [BLOCK], stamps: [], marks: [MARK], electronic: { boxes: [] }, findings, pages: [PAGE] };
}

function wordOf(bytes) {
  return { text: Buffer.from(bytes).toString('utf8'), confidence: 90, box: [0, 0, 1, 1], foot: [[0, 1], [1, 1]], top: [0, 0] };
}
