import { mailErrors } from './mail.errors.js';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** Unique among all letters; the same letter sent again carries the same one. */
  messageId: string;
}

/** The door to mail. Throws DomainError: `mail.unavailable` is worth another try, the others are not. */
export abstract class Mailer {
  abstract send(mail: Mail): Promise<void>;
}

/** What both mailers hand to the composer. Line breaks in a header would let a text add headers of its own. */
export function composed({ to, subject, text, html, messageId }: Mail, from: string): ComposedMail {
  if (!/^[^\s<>,;@"]+@[^\s<>,;@"]+$/.test(to) || !/^[A-Za-z0-9._-]{1,128}$/.test(messageId)) {
    throw mailErrors.bad_address();
  }
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    from,
    to,
    subject: subject.replace(/\s+/g, ' ').trim(),
    text,
    ...(html !== undefined && { html }),
    messageId: `<${messageId}@${domain}>`,
    // A notice of a machine: nobody's holiday reply should come back (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

export interface ComposedMail {
  from: string;
  to: string;
  subject: string;
  text: string;
  html?: string;
  messageId: string;
  headers: Record<string, string>;
  disableFileAccess: boolean;
  disableUrlAccess: boolean;
}
