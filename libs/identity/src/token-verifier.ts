/** What a valid access token proves: who it is. Roles and bodies come from the service's own copy. */
export interface VerifiedToken {
  /** Person id. */
  subject: string;
  username: string;
  name: string;
  locale?: string;
  expiresAt: Date;
  /** Authentication context class, as the identity server states it. */
  acr?: string;
  /** When the person last proved who he is. */
  authTime?: Date;
}

/** The door to the identity server. */
export abstract class TokenVerifier {
  /**
   * Checks an access token (raw, or with `Bearer ` before it): signature, issuer, audience, kind, expiry.
   * Throws Unauthenticated for whatever is wrong with it, DomainError `identity.unavailable` when keys cannot be fetched.
   */
  abstract verify(bearer: string | undefined): Promise<VerifiedToken>;
}
