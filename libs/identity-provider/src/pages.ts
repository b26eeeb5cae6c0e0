import { type Language, LANGUAGES, TEXTS, type Texts } from './texts.js';

/** Kept free of scripts: the content policy forbids all of them. */
export interface Page {
  language: Language;
  /** Address of the same page in another language; without it there is no switch. */
  switchTo?: (language: Language) => string;
  /** Folder of the style sheet. */
  resources: string;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

export interface LoginForm {
  action: string;
  username: string;
  /** Signed in already and asked again: only the password is wanted. */
  isKnown?: boolean;
  error?: 'wrong' | 'wait';
  seconds?: number;
}

export interface NewPasswordForm {
  action: string;
  error?: 'weak' | 'used' | 'different';
}

/** Field and button ids are those of Keycloak's own login page. */
export function loginPage(page: Page, { action, username, isKnown = false, error, seconds = 0 }: LoginForm): string {
  const t = TEXTS[page.language];
  const said = faultLine(error && t[error].replace('{seconds}', String(seconds)));
  const invalid = error === 'wrong' ? ' aria-invalid="true" aria-describedby="input-error"' : '';
  const [onName, onPassword] = username === '' ? [' autofocus', ''] : ['', ' autofocus'];
  const why = isKnown ? `<p>${t.again}</p>` : '';
  const fixed = isKnown ? ' readonly' : '';
  return frame(page, isKnown ? t.againTitle : t.title, (
    `<form id="kc-form-login" method="post" action="${escapeHtml(action)}">${why}${said}` +
    `<label for="username">${t.username}</label>` +
    `<input id="username" name="username" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="255" ` +
    `required value="${escapeHtml(username)}"${fixed}${invalid}${onName}>` +
    `<label for="password">${t.password}</label>` +
    `<input id="password" name="password" type="password" autocomplete="current-password" maxlength="255" required${invalid}${onPassword}>` +
    `<button id="kc-login" type="submit">${t.submit}</button></form>`
  ));
}

/** For who came with a temporary password. */
export function newPasswordPage(page: Page, { action, error }: NewPasswordForm): string {
  const t = TEXTS[page.language];
  const invalid = error === undefined ? '' : ' aria-invalid="true" aria-describedby="input-error"';
  const field = (name: string, label: string, more: string): string =>
    `<label for="${name}">${label}</label>` +
    `<input id="${name}" name="${name}" type="password" autocomplete="new-password" maxlength="255" required${invalid}${more}>`;
  return frame(page, t.newTitle, (
    `<form id="kc-passwd-update-form" method="post" action="${escapeHtml(action)}"><p>${t.newWhy}</p>${faultLine(error && t[error])}` +
    `${field('password-new', t.newPassword, ' autofocus')}${field('password-confirm', t.newAgain, '')}` +
    `<button id="kc-login" type="submit">${t.newSubmit}</button></form>`
  ));
}

const faultLine = (said: string | undefined): string => (said === undefined ? '' : `<p id="input-error" class="error" role="alert">${said}</p>`);

/** A page that only says something and shows the way back. */
export function messagePage(page: Page, what: 'gone' | 'refused' | 'left', home: string): string {
  const t = TEXTS[page.language];
  return frame(page, t[`${what}Title`], `<p>${t[what]}</p><a class="button" href="${escapeHtml(home)}">${t.open}</a>`);
}

export function leavePage(page: Page, form: string): string {
  const t: Texts = TEXTS[page.language];
  const buttons =
    `<button type="submit" form="op.logoutForm" name="logout" value="yes">${t.leaveYes}</button>` +
    `<button class="quiet" type="submit" form="op.logoutForm">${t.leaveNo}</button>`;
  return frame(page, t.leaveTitle, `<p>${t.leave}</p>${form}${buttons}`);
}

function frame(page: Page, title: string, content: string): string {
  const t = TEXTS[page.language];
  return `<!DOCTYPE html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} — ${t.product}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${page.resources}/login.css">
</head>
<body>
<header><p class="product" lang="kk">${t.product}</p><p class="purpose">${t.purpose}</p></header>
<main><h1>${title}</h1>${content}</main>
${languageSwitch(page)}
</body>
</html>
`;
}

function languageSwitch({ language, switchTo }: Page): string {
  if (switchTo === undefined) {
    return '';
  }
  const links = (Object.keys(LANGUAGES) as Language[]).map((each) => {
    const current = each === language ? ' aria-current="true"' : '';
    return `<a href="${escapeHtml(switchTo(each))}" lang="${each}" hreflang="${each}"${current}>${LANGUAGES[each]}</a>`;
  });
  return `<nav aria-label="${TEXTS[language].languages}">${links.join('')}</nav>`;
}

export const STYLE = `
*{box-sizing:border-box}
html{font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:#1c2733;background:#eef2f6}
body{margin:0 auto;padding:2rem 1rem;max-width:26rem;min-height:100vh}
header{text-align:center;margin-bottom:1.5rem}
p{margin:0 0 1rem}
.product{margin:0;font-size:2rem;font-weight:700;color:#0b4f7d}
.purpose{margin:0;color:#44525f}
main{background:#fff;border:1px solid #cdd6df;border-radius:8px;padding:1.5rem}
h1{margin:0 0 1rem;font-size:1.25rem}
label{display:block;margin-bottom:.25rem;font-weight:600}
input{display:block;width:100%;min-height:44px;margin-bottom:1rem;padding:.5rem .75rem;font:inherit;color:inherit;background:#fff;border:1px solid #66737f;border-radius:6px}
input[aria-invalid]{border-color:#b3261e}
button,.button{display:block;width:100%;min-height:44px;padding:.6rem;font:inherit;font-weight:600;text-align:center;text-decoration:none;color:#fff;background:#0b5c94;border:1px solid #0b5c94;border-radius:6px;cursor:pointer}
button:hover,.button:hover{background:#084772}
.quiet{margin-top:.5rem;color:#0b5c94;background:#fff}
.quiet:hover{color:#fff}
:focus-visible{outline:3px solid #e08a00;outline-offset:2px}
.error{padding:.75rem;color:#8c1d18;background:#fdecea;border:1px solid #b3261e;border-radius:6px}
nav{display:flex;justify-content:center;gap:.5rem;margin-top:1rem}
nav a{min-height:44px;padding:.6rem .75rem;color:#0b4f7d}
nav a[aria-current]{color:#1c2733;font-weight:700;text-decoration:none}
`;
