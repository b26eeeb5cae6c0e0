import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { Attempts } from './attempts.js';
import type { OidcProvider } from './oidc-provider.js';
import { loginPage, messagePage, type Page } from './pages.js';
import type { Person } from './person.js';
import { type Language, languageOf } from './texts.js';

export interface LoginOptions {
  people: readonly Person[];
  password: string;
  /** Path under which the identity server lives. */
  base: string;
  /** Where people go who have lost their way. */
  home: string;
}

const BODY_BYTES = 16 * 1024;

/** The page between "who are you?" and the code: asks, checks, and hands the answer to oidc-provider. */
export class Login {
  private readonly attempts = new Attempts();
  private readonly byName: Map<string, Person>;

  constructor(private readonly provider: OidcProvider, private readonly options: LoginOptions) {
    this.byName = new Map(options.people.map((person) => [person.username.toLowerCase(), person]));
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://self');
    const interaction = await this.interactionOf(request, response);
    const language = languageOf(url.searchParams.get('kc_locale'), interaction?.params.ui_locales, request.headers['accept-language']);
    const page = this.page(url, language);
    if (interaction === undefined) {
      send(response, 400, messagePage(page, 'gone', this.options.home));
      return;
    }
    const action = `${this.options.base}${url.pathname}?kc_locale=${language}`;
    if (request.method !== 'POST') {
      send(response, 200, loginPage(page, { action, username: '' }));
      return;
    }
    await this.answer(request, response, page, action);
  }

  private async answer(request: IncomingMessage, response: ServerResponse, page: Page, action: string): Promise<void> {
    const fields = new URLSearchParams(await limitedText(request));
    const username = (fields.get('username') ?? '').trim();
    const key = username.toLowerCase();
    const seconds = this.attempts.waitSeconds(key, Date.now());
    if (seconds > 0) {
      response.setHeader('Retry-After', String(seconds));
      send(response, 429, loginPage(page, { action, username, error: 'wait', seconds }));
      return;
    }
    const person = this.byName.get(key);
    const isRight = same(fields.get('password') ?? '', this.options.password);
    if (person === undefined || !isRight) {
      this.attempts.failed(key, Date.now());
      send(response, 200, loginPage(page, { action, username, error: 'wrong' }));
      return;
    }
    this.attempts.succeeded(key);
    const login = { accountId: person.id, acr: '1', amr: ['pwd'], remember: false };
    await this.provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
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

/** Takes the same time for every answer. */
function same(given: string, expected: string): boolean {
  const digest = (value: string): Buffer => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
