import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileMailer, SmtpMailer } from '../src/index.js';
import { type FakeSmtp, fakeSmtp } from './fake-smtp.js';
import { LETTER, mailerContract } from './mailer.contract.js';

const from = 'Айғақ <no-reply@aigaq.example>';

mailerContract('SMTP', async () => {
  const server = await fakeSmtp();
  const mailer = new SmtpMailer({ host: '127.0.0.1', port: server.port, from });
  const stop = async (): Promise<void> => {
    mailer.close();
    await server.stop();
  };
  return { mailer, letters: () => Promise.resolve(server.letters), stop };
});

mailerContract('files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'aigaq-mail-'));
  const letters = async (): Promise<string[]> => Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
  return { mailer: new FileMailer({ folder, from }), letters, stop: () => rm(folder, { recursive: true }) };
});

describe('SMTP mailer', () => {
  let server: FakeSmtp;
  let mailer: SmtpMailer;
  beforeEach(async () => {
    server = await fakeSmtp();
    mailer = new SmtpMailer({ host: '127.0.0.1', port: server.port, from });
  });
  afterEach(async () => {
    mailer.close();
    await server.stop();
  });

  it.each([
    ['an unknown recipient', 'RCPT TO', '550 no such user', 'mail.refused'],
    ['a full mailbox', 'RCPT TO', '452 later', 'mail.unavailable'],
    ['a refused letter', '.', '554 spam', 'mail.refused'],
    ['a busy server', '.', '451 later', 'mail.unavailable'],
  ])('tells %s apart', async (_case, command, answer, code) => {
    server.answers[command] = answer;
    await expect(mailer.send(LETTER)).rejects.toMatchObject({ code });
    server.answers = {};
    await mailer.send(LETTER);
  });

  it('is unavailable when nobody answers, and does not send without TLS where TLS is required', async () => {
    const [nobody, strict] = [
      new SmtpMailer({ host: '127.0.0.1', port: 9, from }),
      new SmtpMailer({ host: '127.0.0.1', port: server.port, requireTls: true, from }),
    ];
    await expect(nobody.send(LETTER)).rejects.toMatchObject({ kind: 'unavailable', code: 'mail.unavailable' });
    await expect(strict.send(LETTER)).rejects.toMatchObject({ code: 'mail.unavailable' });
    expect(server.letters).toEqual([]);
    nobody.close();
    strict.close();
  });
});

describe('file mailer', () => {
  it('keeps a letter once, whatever the second says', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aigaq-mail-'));
    const mailer = new FileMailer({ folder, from });
    await mailer.send(LETTER);
    const first = await readFile(join(folder, '0190c5f0-notice.eml'), 'utf8');
    await mailer.send({ ...LETTER, text: 'другой' });
    expect(await readdir(folder)).toEqual(['0190c5f0-notice.eml']);
    expect(await readFile(join(folder, '0190c5f0-notice.eml'), 'utf8')).toBe(first);
    await rm(folder, { recursive: true });
  });

  it('is unavailable when the folder cannot be made', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aigaq-mail-'));
    await writeFile(join(folder, 'file'), '');
    await expect(new FileMailer({ folder: join(folder, 'file'), from }).send(LETTER)).rejects.toMatchObject({ code: 'mail.unavailable' });
    await rm(folder, { recursive: true });
  });
});
