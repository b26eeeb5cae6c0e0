import { ErrorResponse, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { connectApi } from '../api/client.js';
import { languageNow } from '../texts/language.js';

const origin = window.location.origin;
/** The authentication level of a fresh login (libs/identity/src/step-up.ts). */
const FRESH = '2';

/** Single sign-on by code with PKCE. Tokens live in this tab's session storage only. */
export const userManager = new UserManager({
  authority: `${origin}/auth/realms/aigaq`,
  client_id: 'aigaq-portal',
  redirect_uri: `${origin}/signed-in`,
  post_logout_redirect_uri: `${origin}/`,
  response_type: 'code',
  scope: 'openid profile email',
  automaticSilentRenew: true,
  accessTokenExpiringNotificationTimeInSeconds: 60,
  monitorSession: false,
  userStore: new WebStorageStateStore({ store: window.sessionStorage }),
  stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
});

let renewing: Promise<string | undefined> | undefined;

/** Several requests that meet an expired token at once share one renewal. */
function renew(): Promise<string | undefined> {
  renewing ??= userManager
    .signinSilent()
    .then((user) => user?.access_token)
    .catch(async (error: unknown) => {
      // Only a refusal ends the session; an identity server that does not answer will answer again.
      if (error instanceof ErrorResponse) {
        await userManager.removeUser();
      }
      return undefined;
    })
    .finally(() => {
      renewing = undefined;
    });
  return renewing;
}

connectApi({
  token: async () => (await userManager.getUser())?.access_token,
  renew,
  stepUp: () => signIn(window.location.pathname + window.location.search, FRESH),
  language: languageNow,
});

export interface ReturnState {
  returnTo: string;
}

/** `level` '2' asks the person for the password even within the session. */
export async function signIn(returnTo: string, level?: typeof FRESH): Promise<void> {
  await userManager.signinRedirect({
    state: { returnTo } satisfies ReturnState,
    ui_locales: languageNow(),
    ...(level !== undefined && { acr_values: level }),
  });
}

export async function signOut(): Promise<void> {
  await userManager.signoutRedirect({ extraQueryParams: { ui_locales: languageNow() } });
}

/** Only a path of this portal: a foreign state must not send the person elsewhere. */
export function returnPath(state: unknown): string {
  const path = (state as Partial<ReturnState> | null | undefined)?.returnTo ?? '/';
  return /^\/(?![/\\])/.test(path) && !path.startsWith('/signed-in') ? path : '/';
}
