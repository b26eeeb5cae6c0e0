import type { AuditRecordView } from '@aigaq/api';
import type { Words } from '../../texts/words.js';

/** Who did what to which thing, in one sentence. */
export function sentenceOf({ type, actor, thingId, payload }: Pick<AuditRecordView, 'type' | 'actor' | 'thingId' | 'payload'>, { coded }: Pick<Words, 'coded'>): string {
  const kind = payload['thing'];
  const what = typeof kind === 'string' ? coded('thingKinds', kind) : '';
  // Reads are of several kinds.
  const context = type === 'ObjectRead' && typeof payload['act'] === 'string' ? { context: payload['act'] } : {};
  return coded('recorded', type, { who: actor.name || actor.id, thing: thingId, what, ...context });
}

/** On whose behalf: the role, and the body in which he has it. */
export function behalfOf({ under }: Pick<AuditRecordView, 'under'>, { coded, say }: Pick<Words, 'coded' | 'say'>): string {
  if (!under) {
    return '';
  }
  const body = under.organisation ? say(under.organisation.name) : under.organisationId;
  return `${coded('roles', under.role)}, ${body}`;
}

interface Large {
  sha256: string;
  bytes: number;
}

/** A value before or after, as people read it. */
export function valueText(value: unknown, { t, say, number }: Pick<Words, 't' | 'say' | 'number'>): string {
  if (value === null || value === undefined || value === '') {
    return t('audit.nothing');
  }
  if (typeof value === 'string') {
    return value;
  }
  if (typeof value !== 'object') {
    return JSON.stringify(value);
  }
  if ('secret' in value) {
    return t('audit.secret');
  }
  if ('sha256' in value && 'bytes' in value) {
    return t('audit.large', { bytes: number((value as Large).bytes) });
  }
  if (isLocalised(value)) {
    return say(value);
  }
  return JSON.stringify(value);
}

function isLocalised(value: object): value is { kk: string; ru: string } {
  return Object.keys(value).sort().join() === 'kk,ru';
}
