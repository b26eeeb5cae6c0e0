import { fileURLToPath } from 'node:url';
import { FileMailer } from './file-mailer.js';
import type { Mailer } from './mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

/**
 * The mailer that an address names.
 * @param address `smtp://[user:password@]host:port`, `smtps://…` (TLS from the first byte) or `file:///folder`
 * @param from the sender of all letters
 */
export function mailerFor(address: string, from: string): Mailer {
  const { protocol, hostname, port, username, password } = new URL(address);
  if (protocol === 'file:') {
    return new FileMailer({ folder: fileURLToPath(address), from });
  }
  const secure = protocol === 'smtps:';
  const account = username ? { user: decodeURIComponent(username), password: decodeURIComponent(password) } : {};
  return new SmtpMailer({ host: hostname, port: Number(port || (secure ? 465 : 587)), secure, ...account, from });
}
