import type { InvitePerson } from '@aigaq/api';
import type { Role } from '@aigaq/kernel';
import { roleOf } from './role-fields.js';

export interface Entered {
  username: string;
  lastName: string;
  firstName: string;
  patronymic: string;
  email: string;
  locale: 'kk' | 'ru';
  role: Role | null;
  from: string;
  until: string;
}

export const newInvitation = (locale: Entered['locale'], today: string): Entered => ({
  username: '',
  lastName: '',
  firstName: '',
  patronymic: '',
  email: '',
  locale,
  role: null,
  from: today,
  until: '',
});

export const isUsername = (text: string): boolean => /^[a-z0-9][a-z0-9._-]{2,60}$/.test(text);
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text.trim());

/** What is sent; undefined while something is missing or wrong. */
export function invitationOf(entered: Entered, organisationId: string): InvitePerson | undefined {
  const { username, lastName, firstName, patronymic, email, locale } = entered;
  const role = roleOf(entered);
  const isNamed = lastName.trim() !== '' && firstName.trim() !== '';
  if (role === undefined || !isNamed || !isUsername(username) || !isEmail(email)) {
    return undefined;
  }
  return {
    username,
    lastName: lastName.trim(),
    firstName: firstName.trim(),
    patronymic: patronymic.trim(),
    email: email.trim(),
    locale,
    organisationId,
    ...role,
  };
}
