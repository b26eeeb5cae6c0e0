import { interactionPolicy, type OidcContext } from './oidc-provider.js';

/** As the condition `level 2` of our Keycloak realm: a login that was fresh stays so for ten minutes. */
const FRESH_SECONDS = 600;

/** The level that a request asks for; '1' is the usual one. */
export function levelAsked({ acr_values: wishes = '' }: { acr_values?: string | undefined } = {}): '1' | '2' {
  return wishes.split(' ').includes('2') ? '2' : '1';
}

/** The usual policy, and: who asks for level 2 gives the password again. */
export function policyWithStepUp(): unknown {
  const policy = interactionPolicy.base();
  const isStale = ({ oidc: { params, session, result } }: OidcContext): boolean =>
    levelAsked(params) === '2' && result?.login === undefined && (session.acr !== '2' || session.past(FRESH_SECONDS));
  policy.get('login').checks.push(new interactionPolicy.Check('step_up', 'a fresh login is needed', isStale));
  return policy;
}

/** How and when the person proved who he is, as the code or the refresh token behind a new access token remembers it. */
export function proofIn({ oidc: { entities } }: OidcContext): { acr: string; auth_time?: number } {
  const { acr = '1', authTime } = entities.RefreshToken ?? entities.AuthorizationCode ?? {};
  return { acr, ...(authTime !== undefined && { auth_time: authTime }) };
}
