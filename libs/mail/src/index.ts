export { FileMailer, type FileMailerOptions } from './file-mailer.js';
export { mailErrors } from './mail.errors.js';
export { type Mail, Mailer } from './mailer.js';
export { SmtpMailer, type SmtpMailerOptions } from './smtp-mailer.js';
export { mailerFor } from './mailer-for.js';
