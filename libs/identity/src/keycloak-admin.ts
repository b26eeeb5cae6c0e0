import { identityErrors } from './identity.errors.js';

export interface KeycloakAdminOptions {
  /** Keycloak as seen from inside, with its path: `http://keycloak:8080/auth`. */
  url: string;
  realm: string;
  /** A client whose service account may manage users. */
  clientId: string;
  clientSecret: string;
}

export interface Answer {
  status: number;
  body: unknown;
}

const ANSWER_MS = 10_000;
/** A token is not used in the last moments of its life. */
const RESERVE_MS = 20_000;
/** The caller knows what these mean; everything else is no answer. */
const EXPECTED = [200, 201, 204, 400, 404, 409];

/** Keycloak's admin API of one realm, with a token of a machine client. */
export class KeycloakAdmin {
  private token: { value: string; until: number } | undefined;
  private asking: Promise<string> | undefined;

  constructor(private readonly options: KeycloakAdminOptions) {}

  /** Throws `identity.unavailable` for whatever is no answer to what was asked. `path` is below the realm: `/users?max=2`. */
  async ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Answer> {
    const answer = await this.attempt(method, path, body);
    if (answer.status === 401) {
      // The realm's keys may have changed, or Keycloak was set up anew.
      this.token = undefined;
      return expected(await this.attempt(method, path, body));
    }
    return expected(answer);
  }

  private async attempt(method: string, path: string, body: unknown): Promise<Answer> {
    const { url, realm } = this.options;
    const headers = { authorization: `Bearer ${await this.currentToken()}`, ...(body !== undefined && { 'content-type': 'application/json' }) };
    return request(`${url}/admin/realms/${realm}${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  }

  private async currentToken(): Promise<string> {
    if (this.token !== undefined && this.token.until > performance.now()) {
      return this.token.value;
    }
    this.asking ??= this.newToken().finally(() => (this.asking = undefined));
    return this.asking;
  }

  private async newToken(): Promise<string> {
    const { url, realm, clientId, clientSecret } = this.options;
    const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret });
    const { status, body } = await request(`${url}/realms/${realm}/protocol/openid-connect/token`, { method: 'POST', body: form });
    const { access_token: value, expires_in: seconds } = (body ?? {}) as { access_token?: unknown; expires_in?: unknown };
    if (status !== 200 || typeof value !== 'string') {
      throw unavailable(`no token for ${clientId}: ${status}`);
    }
    this.token = { value, until: performance.now() + Number(seconds) * 1000 - RESERVE_MS };
    return value;
  }
}

async function request(url: string, init: RequestInit): Promise<Answer> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_MS) });
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') || text.startsWith('[') ? (JSON.parse(text) as unknown) : undefined };
  } catch (error) {
    throw unavailable(error);
  }
}

function expected(answer: Answer): Answer {
  if (!EXPECTED.includes(answer.status)) {
    throw unavailable(`the admin API answered ${answer.status}`);
  }
  return answer;
}

const unavailable = (cause: unknown): Error => Object.assign(identityErrors.unavailable(), { cause });
