import type { Mail, Mailer } from '../src/index.js';

export interface MailerUnderTest {
  mailer: Mailer;
  /** All letters so far, as they travel. */
  letters(): Promise<string[]>;
  stop(): Promise<void>;
}

export const LETTER: Mail = {
  to: 'akim@example.kz',
  subject: 'Мерзімі өтті: 1.1.2',
  text: 'Құжатты жүктеңіз.\n.бір нүктеден басталатын жол',
  html: '<p>Құжатты жүктеңіз.</p>',
  messageId: '0190c5f0-notice',
};

/** Every fact here holds for every mailer. */
export function mailerContract(name: string, open: () => Promise<MailerUnderTest>): void {
  describe(`mailer: ${name}`, () => {
    let under: MailerUnderTest;
    beforeAll(async () => {
      under = await open();
    });
    afterAll(() => under.stop());

    it('hands on a letter with Kazakh letters, text and html, and its own id', async () => {
      await under.mailer.send(LETTER);
      const [letter = ''] = await under.letters();
      expect(decodedHeaders(letter)).toMatchObject({
        to: 'akim@example.kz',
        from: 'Айғақ <no-reply@aigaq.example>',
        subject: 'Мерзімі өтті: 1.1.2',
        'message-id': '<0190c5f0-notice@aigaq.example>',
        'auto-submitted': 'auto-generated',
      });
      expect(decodedBodies(letter)).toEqual(expect.arrayContaining([LETTER.text, LETTER.html]));
    });

    it('lets no line break of a subject become a header', async () => {
      await under.mailer.send({ ...LETTER, messageId: 'injected', subject: 'a\r\nBcc: evil@example.org' });
      const letter = (await under.letters()).find((each) => each.includes('<injected@')) ?? '';
      expect(decodedHeaders(letter)).toMatchObject({ subject: 'a Bcc: evil@example.org' });
      expect(Object.keys(decodedHeaders(letter))).not.toContain('bcc');
    });

    it.each(['', 'nobody', 'a@b, c@d', 'a@b\r\nBcc: c@d', '<a@b>'])('refuses the address %j', async (to) => {
      await expect(under.mailer.send({ ...LETTER, to })).rejects.toMatchObject({ kind: 'invalid', code: 'mail.bad_address' });
    });

    it.each(['', '../up', 'a b', 'a>b'])('refuses the id %j', async (messageId) => {
      await expect(under.mailer.send({ ...LETTER, messageId })).rejects.toMatchObject({ code: 'mail.bad_address' });
    });
  });
}

function decodedHeaders(letter: string): Record<string, string> {
  const head = (letter.split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]+/g, ' ');
  return Object.fromEntries(
    head.split('\r\n').map((line) => {
      const [name, ...value] = line.split(': ');
      return [name?.toLowerCase(), decodedWords(value.join(': '))];
    }),
  );
}

const decodedWords = (text: string): string =>
  text
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, word: string) => Buffer.from(word, 'base64').toString())
    .replace(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_, word: string) => quotedPrintable(word.replaceAll('_', ' ')));

const quotedPrintable = (text: string): string =>
  Buffer.from(text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString();

function decodedBodies(letter: string): string[] {
  return letter.split(/\r\n--[^\r\n]+(?:\r\n|$)/).map((part) => {
    const [head = '', ...body] = part.split('\r\n\r\n');
    const content = body.join('\r\n\r\n');
    const text = /base64/i.test(head) ? Buffer.from(content, 'base64').toString() : quotedPrintable(content);
    return text.replaceAll('\r\n', '\n').trim();
  });
}
