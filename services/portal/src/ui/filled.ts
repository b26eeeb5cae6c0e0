import type { Localised } from '@aigaq/api';

const SHORTEST_REASON = 3;

export const isReason = (text: string): boolean => text.trim().length >= SHORTEST_REASON;

/** A first day, and a last one that is not before it or not known. */
export const isPeriod = ({ from, until }: { from: string; until: string }): boolean => from !== '' && (until === '' || from <= until);

export const isWhole = ({ kk, ru }: Localised): boolean => kk.trim() !== '' && ru.trim() !== '';

export const trimmed = ({ kk, ru }: Localised): Localised => ({ kk: kk.trim(), ru: ru.trim() });

/** What is left empty is sent as nothing. */
export const orNull = <T extends string>(text: T | ''): T | null => (text === '' ? null : text);
