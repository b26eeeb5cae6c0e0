import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Mail, Mailer, mailErrors } from '@aigaq/mail';
import { factsOfDirectory, PEOPLE, type TestService } from '@aigaq/testing';
import { DISTRICT, letterBox, startNotifications, told } from './house.js';

const PATIENCE = 30_000;

/** Longer than `eventually`: letters go out every five seconds. */
async function within<T>(milliseconds: number, check: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + milliseconds; ; ) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

describe('letters', () => {
  let service: TestService;
  afterEach(() => service.stop());

  it('go to everybody who is told, in his language, once', async () => {
    const folder = await letterBox();
    service = await startNotifications(folder);
    const event = told('AssignmentReturned', PEOPLE.coordinator);
    await service.tell(event);
    const files = await within(15_000, async () => {
      const found = await readdir(folder);
      expect(found).toHaveLength(3);
      return found;
    });
    await service.tell(event);
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    expect((await readdir(folder)).sort()).toEqual(files.sort());
    const letters = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
    const recipients = letters.map((letter) => /^To: (.*)$/m.exec(letter)?.[1]?.trim());
    expect(recipients.sort()).toEqual([PEOPLE.executor, PEOPLE.executor2, PEOPLE.both].map(({ id }) => `${id}@example.kz`).sort());
  }, PATIENCE);

  it('that are refused for good do not hold up the others; those of an outage come later, once', async () => {
    const sent: Mail[] = [];
    let isAway = true;
    class TryingMailer extends Mailer {
      send(mail: Mail): Promise<void> {
        if (mail.to.startsWith('refused')) {
          return Promise.reject(mailErrors.refused());
        }
        if (isAway) {
          return Promise.reject(mailErrors.unavailable());
        }
        sent.push(mail);
        return Promise.resolve();
      }
    }
    service = await startNotifications(new TryingMailer());
    const refused = { id: 'refused', name: 'R', locale: 'ru', memberships: [{ organisationId: DISTRICT, role: 'executor' }] } as const;
    await service.tell(...factsOfDirectory({ people: [refused] }));
    await service.tell(told('AssignmentReturned', PEOPLE.coordinator));
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    isAway = false;
    await within(15_000, async () => expect(await Promise.resolve(sent)).toHaveLength(3));
    await new Promise((resolve) => setTimeout(resolve, 5_500));
    expect(sent).toHaveLength(3);
    expect(sent.find(({ to }) => to.startsWith(PEOPLE.executor2.id))).toMatchObject({ subject: 'Айғақ: уведомление' });
    expect(sent.find(({ to }) => to.startsWith(PEOPLE.executor.id))).toMatchObject({ subject: 'Айғақ: хабарлама' });
  });
});
