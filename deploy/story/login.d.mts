export interface LoginRequest {
  issuer: string;
  clientId: string;
  redirectUri: string;
  username: string;
  password: string;
  locale?: 'kk' | 'ru';
  scope?: string;
  /** '2' asks for a fresh login: the password again. */
  acrValues?: '1' | '2';
  /** Answers the page that demands a new password. */
  newPassword?: string;
}

export interface Tokens {
  accessToken: string;
  refreshToken: string;
  idToken: string;
  expiresIn: number;
}

export declare class Cookies {
  take(response: Response, url: URL): void;
  for(url: URL): string;
}

export declare function loginByHttp(request: LoginRequest, cookies?: Cookies): Promise<Tokens & { cookies: Cookies }>;

export declare function refreshByHttp(request: { issuer: string; clientId: string; refreshToken: string }): Promise<Tokens>;

export declare function logoutByHttp(request: {
  issuer: string;
  clientId: string;
  idToken: string;
  postLogoutRedirectUri: string;
  cookies: Cookies;
}): Promise<string>;
