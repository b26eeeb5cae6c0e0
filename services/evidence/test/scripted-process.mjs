// A reading process whose papers say what it shall do: the first letters of a paper are `fall`, `hang`, `fail` or anything else.
const PAGE = { page: 1, width: 10, height: 14, blank: false, rotation: 0 };

process.on('message', ({ id, job, ask }) => {
  const word = Buffer.from(ask.bytes).toString('latin1', 0, 4);
  if (job === 'inspect') process.send({ id, answer: { ok: true, type: 'pdf', pages: 1 } });
  else if (job === 'draw') process.send({ id, answer: [{ page: 1, width: 10, height: 14, jpeg: Buffer.from('picture') }] });
  else if (word === 'fall') process.kill(process.pid, 'SIGKILL');
  else if (word === 'fail') process.send({ id, failed: 'Error: cannot be opened' });
  else if (word !== 'hang') process.send({ id, answer: checkOf(ask.expectation) });
});
process.on('disconnect', () => process.exit(0));
process.send('ready');

function checkOf(expectation) {
  const findings = [{ code: 'number', outcome: 'note', page: 1, data: { number: JSON.stringify(expectation.signatories.map(({ name }) => name)) } }];
  return { verdict: 'passed', kind: 'order', language: 'ru', number: '7', date: '2026-10-01', approval: null, signatures: [], findings, pages: [PAGE] };
}
