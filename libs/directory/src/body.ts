import type { BodyKind, Localised } from '@aigaq/kernel';

/** How a body is called from one day to another; `shortName` is its code, empty when it has none. */
export interface DatedName {
  name: Localised;
  shortName: Localised;
  from: string;
  until: string | null;
}

/** A body as every service knows it. Days are `YYYY-MM-DD` in Asia/Almaty. */
export interface Body {
  id: string;
  kind: BodyKind;
  /** As it was called when it was told last; `nameOn` knows the other days. */
  name: Localised;
  /** All names, oldest first, those decided for later too. */
  names: readonly DatedName[];
  /** ao, too, gkp, rgp, kgp, nao, gu, chu; null for state bodies. */
  legalForm: string | null;
  bin: string | null;
  parentId: string | null;
  /** From the parent up to the root. */
  ancestorIds: readonly string[];
  supervisorIds: readonly string[];
  /** First-level administrative unit; null for central bodies. */
  regionId: string | null;
  validFrom: string;
  /** Last day of its life; null while it lives. */
  validUntil: string | null;
  /** What became of a closed body. */
  successorIds: readonly string[];
}

export const HEAD_LEVELS = ['first-head', 'deputy', 'head-of-apparatus', 'akim', 'ethics-officer', 'compliance-officer'] as const;
export type HeadLevel = (typeof HEAD_LEVELS)[number];

/** Somebody who holds a chair of a body, or acts for its holder by order, from one day to another (both included). */
export interface Head {
  id: string;
  organisationId: string;
  /** Within its body; empty for what was told before chairs were. */
  chairId: string;
  personName: Localised;
  position: Localised;
  level: HeadLevel;
  acting: { orderNumber: string; orderDate: string } | null;
  from: string;
  until: string | null;
}

/** Somebody who works in the system for a body; `locale` is the language in which he is written to. */
export interface Member {
  personId: string;
  name: string;
  locale: 'kk' | 'ru';
  email: string;
}

interface Span {
  from: string;
  until: string | null;
}

/** Both ends belong to the span. */
export function inForceOn(span: Span, day: string): boolean {
  return span.from <= day && (span.until === null || day <= span.until);
}

export function isLiving(body: Pick<Body, 'validFrom' | 'validUntil'>, day: string): boolean {
  return inForceOn({ from: body.validFrom, until: body.validUntil }, day);
}

/** The name in force on a day: before the first one that one, after the last one that one. */
export function nameOn({ name, names }: Pick<Body, 'name' | 'names'>, day: string): Localised {
  const [first] = names;
  const called = first && day < first.from ? first : names.findLast(({ from }) => from <= day);
  return called?.name ?? name;
}

/** The body that reviews first: the parent, or for a quasi-state entity its first supervisor; null for the Agency. */
export function reportsTo(body: Pick<Body, 'parentId' | 'supervisorIds'>): string | null {
  return body.parentId ?? body.supervisorIds[0] ?? null;
}

/**
 * Ids of the reviewing bodies in order, the last one is the root.
 * @param supervisors the bodies named by `body.supervisorIds` (any order; only the first supervisor's line is used)
 */
export function reportingLine(body: Body, supervisors: readonly Body[]): string[] {
  if (body.parentId !== null) {
    return [...body.ancestorIds];
  }
  const first = supervisors.find(({ id }) => id === body.supervisorIds[0]);
  return first ? [first.id, ...first.ancestorIds] : [...body.supervisorIds.slice(0, 1)];
}

/**
 * Those who were entitled to sign on that day: holders of the chairs and whoever acted for them by order. The Instruction (2024,
 * lines 41 and 45) names the levels and says nothing of acting; an order entitles on its days and takes nothing from the holder.
 * @param day the day of the paper, `YYYY-MM-DD`
 * @param levels the chairs that the rule of the subtask allows
 */
export function entitledOn<H extends Pick<Head, 'level' | 'from' | 'until'>>(heads: readonly H[], day: string, levels: readonly HeadLevel[]): H[] {
  return heads.filter((head) => levels.includes(head.level) && inForceOn(head, day));
}
