export type UnauthenticatedCode = 'token.missing' | 'token.expired' | 'token.wrong_audience' | 'token.invalid';

const MESSAGES: Record<UnauthenticatedCode, string> = {
  'token.missing': 'A bearer token is needed.',
  'token.expired': 'The token has expired.',
  'token.wrong_audience': 'The token was issued for another application.',
  'token.invalid': 'The token is not valid.',
};

/** Nobody is known to be asking: HTTP 401. Why exactly a token was refused stays inside. */
export class Unauthenticated extends Error {
  readonly status = 401;

  constructor(readonly code: UnauthenticatedCode) {
    super(MESSAGES[code]);
    this.name = 'Unauthenticated';
  }
}
