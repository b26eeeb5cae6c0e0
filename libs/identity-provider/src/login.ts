import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { DomainError } from '@aigaq/kernel';
import type { ProvisionedAccount } from '@aigaq/identity';
import { Attempts } from './attempts.js';
import type { EmbeddedAccounts } from './embedded-accounts.js';
import type { OidcInteraction, OidcProvider } from './oidc-provider.js';
import { loginPage, messagePage, newPasswordPage, type Page } from './pages.js';
import { levelAsked } from './step-up.js';
import { type Language, languageOf } from './texts.js';

export interface LoginOptions {
  accounts: EmbeddedAccounts;
  /** Path under which the identity server lives. */
  base: string;
  /** Where people go who have lost their way. */
  home: string;
}

/** One request to the login page. */
interface Visit {
  request: IncomingMessage;
  response: ServerResponse;
  interaction: OidcInteraction;
  page: Page;
  action: string;
}

const BODY_BYTES = 16 * 1024;
const KEPT_CHANGES = 1_000;

/** The page between "who are you?" and the code: asks, checks, and hands the answer to oidc-provider. */
export class Login {
  private readonly attempts = new Attempts();
  /** Who has given a temporary password and must now think of an own one, by interaction. A restart makes him begin again. */
  private readonly changing = new Map<string, string>();

  constructor(private readonly provider: OidcProvider, private readonly options: LoginOptions) {}

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://self');
    const interaction = await this.interactionOf(request, response);
    const language = languageOf(url.searchParams.get('kc_locale'), interaction?.params.ui_locales, request.headers['accept-language']);
    const page = this.page(url, language);
    if (interaction === undefined) {
      send(response, 400, messagePage(page, 'gone', this.options.home));
      return;
    }
    const visit: Visit = { request, response, interaction, page, action: `${this.options.base}${url.pathname}?kc_locale=${language}` };
    const changing = this.options.accounts.active(this.changing.get(interaction.uid) ?? '');
    if (request.method !== 'POST') {
      const { action } = visit;
      send(response, 200, changing ? newPasswordPage(page, { action }) : loginPage(page, { action, ...this.asked(interaction) }));
      return;
    }
    const fields = new URLSearchParams(await limitedText(request));
    await (changing ? this.changePassword(visit, changing, fields) : this.answer(visit, fields));
  }

  private async answer({ request, response, interaction, page, action }: Visit, fields: URLSearchParams): Promise<void> {
    const asked = this.asked(interaction);
    // Who is signed in already is only asked for the password again; nobody else can step up in his session.
    const username = asked.isKnown ? asked.username : (fields.get('username') ?? '').trim();
    const form = { action, ...asked, username };
    const key = username.toLowerCase();
    const seconds = this.attempts.waitSeconds(key, Date.now());
    if (seconds > 0) {
      response.setHeader('Retry-After', String(seconds));
      send(response, 429, loginPage(page, { ...form, error: 'wait', seconds }));
      return;
    }
    const account = this.options.accounts.activeByName(key);
    const result = await this.options.accounts.check(account, fields.get('password') ?? '');
    if (account === undefined || result === 'wrong') {
      this.attempts.failed(key, Date.now());
      send(response, 200, loginPage(page, { ...form, error: 'wrong' }));
      return;
    }
    this.attempts.succeeded(key);
    if (result === 'temporary') {
      this.rememberChange(interaction.uid, account.id);
      send(response, 200, newPasswordPage(page, { action }));
      return;
    }
    await this.finish(request, response, interaction, account);
  }

  private async changePassword({ request, response, interaction, page, action }: Visit, account: ProvisionedAccount, fields: URLSearchParams): Promise<void> {
    const password = fields.get('password-new') ?? '';
    const error = password === fields.get('password-confirm') ? await this.faultOf(account, password) : 'different';
    if (error !== undefined) {
      send(response, 200, newPasswordPage(page, { action, error }));
      return;
    }
    this.changing.delete(interaction.uid);
    await this.finish(request, response, interaction, account);
  }

  /** Takes the new password, or tells what is wrong with it. */
  private async faultOf(account: ProvisionedAccount, password: string): Promise<'weak' | 'used' | undefined> {
    if ((await this.options.accounts.check(account, password)) !== 'wrong') {
      return 'used';
    }
    try {
      await this.options.accounts.setOwnPassword(account.id, password);
      return undefined;
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'invalid') {
        return 'weak';
      }
      throw error;
    }
  }

  private async finish(request: IncomingMessage, response: ServerResponse, { params }: OidcInteraction, { id: accountId }: ProvisionedAccount): Promise<void> {
    const login = { accountId, acr: levelAsked(params), amr: ['pwd'], remember: false };
    await this.provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
  }

  private asked({ session }: OidcInteraction): { username: string; isKnown: boolean } {
    const known = this.options.accounts.active(session?.accountId ?? '');
    return { username: known?.username ?? '', isKnown: known !== undefined };
  }

  private rememberChange(uid: string, accountId: string): void {
    this.changing.set(uid, accountId);
    const [oldest] = this.changing.keys();
    if (this.changing.size > KEPT_CHANGES && oldest !== undefined) {
      this.changing.delete(oldest);
    }
  }

  /** Undefined when the page is too old, comes from another browser, or was never asked for. */
  private async interactionOf(request: IncomingMessage, response: ServerResponse) {
    try {
      return await this.provider.interactionDetails(request, response);
    } catch (error) {
      if (error instanceof Error && error.name === 'SessionNotFound') {
        return undefined;
      }
      throw error;
    }
  }

  private page(url: URL, language: Language): Page {
    const { base } = this.options;
    return { language, resources: `${base}/resources`, switchTo: (other) => `${base}${url.pathname}?kc_locale=${other}` };
  }
}

function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }).end(html);
}

async function limitedText(request: IncomingMessage): Promise<string> {
  return Number(request.headers['content-length'] ?? Infinity) > BODY_BYTES ? '' : text(request);
}
