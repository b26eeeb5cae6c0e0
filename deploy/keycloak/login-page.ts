import { createHash, randomBytes } from 'node:crypto';
import { Cookies } from '../story/login.mjs';

const REDIRECTS = 10;

/** Pages of the login server as a browser without scripts sees them. */
export class LoginPage {
  html = '';
  url = new URL('http://127.0.0.1');

  constructor(private readonly issuer: string, private readonly origin: string, readonly cookies = new Cookies()) {}

  /** Opens the way into the portal; `parameters` are added to the request. Answers whether one is through already. */
  open(parameters: Record<string, string> = {}): Promise<boolean> {
    const query = new URLSearchParams({
      client_id: 'aigaq-portal',
      redirect_uri: `${this.origin}/signed-in`,
      response_type: 'code',
      scope: 'openid',
      code_challenge: createHash('sha256').update(randomBytes(32)).digest('base64url'),
      code_challenge_method: 'S256',
      ui_locales: 'ru',
      ...parameters,
    });
    return this.follow(new URL(`${this.issuer}/protocol/openid-connect/auth?${query}`), {});
  }

  /** Fills in the form with this id. */
  send(formId: string, fields: Record<string, string>): Promise<boolean> {
    const action = /\baction="([^"]*)"/.exec(new RegExp(`<form[^>]*\\bid="${formId}"[^>]*>`).exec(this.html)?.[0] ?? '')?.[1];
    if (action === undefined) {
      throw new Error(`no form ${formId} on the page: ${this.text.slice(0, 400)}`);
    }
    return this.follow(new URL(action.replaceAll('&amp;', '&'), this.url), { method: 'POST', body: new URLSearchParams(fields) });
  }

  has(formId: string): boolean {
    return new RegExp(`<form[^>]*\\bid="${formId}"`).test(this.html);
  }

  /** The value of a hidden field. */
  hidden(id: string): string {
    const field = new RegExp(`<input[^>]*\\bid="${id}"[^>]*>`).exec(this.html)?.[0] ?? '';
    return /\bvalue="([^"]*)"/.exec(field)?.[1] ?? '';
  }

  get text(): string {
    const body = /<main[^]*<\/main>/.exec(this.html)?.[0] ?? this.html;
    return body.replace(/<(script|style|svg)[^]*?<\/\1>/g, '').replace(/<!--[^]*?-->/g, '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim();
  }

  private async follow(address: URL, init: RequestInit): Promise<boolean> {
    let [url, options] = [address, init];
    for (let hops = 0; hops < REDIRECTS; hops += 1) {
      const response = await fetch(url, { ...options, redirect: 'manual', headers: { cookie: this.cookies.for(url), accept: 'text/html' } });
      this.cookies.take(response, url);
      const location = response.headers.get('location');
      [this.html, this.url] = [await response.text(), url];
      if (location === null) {
        return false;
      }
      [url, options] = [new URL(location, url), {}];
      this.url = url;
      if (url.href.startsWith(`${this.origin}/signed-in`)) {
        return url.searchParams.has('code');
      }
    }
    throw new Error(`more than ${REDIRECTS} redirects from ${address.href}`);
  }
}
