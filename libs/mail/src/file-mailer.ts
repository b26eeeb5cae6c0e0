import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { mailErrors } from './mail.errors.js';
import { composed, type Mail, Mailer } from './mailer.js';

export interface FileMailerOptions {
  folder: string;
  from: string;
}

/** Mail into a folder, one `.eml` per letter: for the demonstration and for tests. The same id again changes nothing. */
export class FileMailer extends Mailer {
  private readonly composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  constructor(private readonly options: FileMailerOptions) {
    super();
  }

  async send(mail: Mail): Promise<void> {
    const letter = composed(mail, this.options.from);
    const { message } = await this.composer.sendMail(letter);
    try {
      await this.keep(`${mail.messageId}.eml`, message as Buffer);
    } catch (error) {
      throw Object.assign(mailErrors.unavailable(), { cause: error });
    }
  }

  private async keep(name: string, bytes: Buffer): Promise<void> {
    const { folder } = this.options;
    await mkdir(folder, { recursive: true });
    if (await exists(join(folder, name))) {
      return;
    }
    const aside = join(folder, `.${randomUUID()}`);
    const handle = await open(aside, 'wx', 0o640);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(aside, join(folder, name));
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return false;
    }
    throw error;
  }
}
