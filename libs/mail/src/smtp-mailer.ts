import { createTransport } from 'nodemailer';
import { mailErrors } from './mail.errors.js';
import { composed, type Mail, Mailer } from './mailer.js';

export interface SmtpMailerOptions {
  host: string;
  port: number;
  /** TLS from the first byte (port 465). */
  secure?: boolean;
  /** Refuse a server that does not offer STARTTLS. */
  requireTls?: boolean;
  user?: string;
  password?: string;
  /** `Айғақ <no-reply@aigaq.example>` */
  from: string;
}

const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;

/** Mail by SMTP, over a few connections that stay open. */
export class SmtpMailer extends Mailer {
  private readonly transport: ReturnType<typeof transportFor>;

  constructor(private readonly options: SmtpMailerOptions) {
    super();
    this.transport = transportFor(options);
  }

  async send(mail: Mail): Promise<void> {
    const letter = composed(mail, this.options.from);
    try {
      await this.transport.sendMail(letter);
    } catch (error) {
      throw Object.assign(isRefusal(error) ? mailErrors.refused() : mailErrors.unavailable(), { cause: error });
    }
  }

  /** Ends the connections. */
  close(): void {
    this.transport.close();
  }
}

function transportFor({ host, port, secure = false, requireTls = false, user, password = '' }: SmtpMailerOptions) {
  return createTransport({
    pool: true,
    host,
    port,
    secure,
    requireTLS: requireTls,
    ...(user !== undefined && { auth: { user, pass: password } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  });
}

/** 5xx to an envelope or a message is meant for good; 5xx to a login is our own configuration and worth another try. */
function isRefusal(error: unknown): boolean {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && responseCode >= 500;
}
