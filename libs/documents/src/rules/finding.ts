import type { Box, Finding } from '../document.js';
import type { FindingCode } from './codes.js';

export interface Place {
  readonly page: number;
  readonly box?: Box | null;
}

/** A finding with its place; `data` fills the sentence of the catalogue. */
export function finding(
  code: FindingCode,
  outcome: Finding['outcome'],
  place: Place | null,
  data: Record<string, string> = {},
): Finding {
  return {
    code,
    outcome,
    ...(place === null ? {} : { page: place.page }),
    ...(place?.box === undefined || place.box === null ? {} : { box: place.box }),
    data: place === null ? data : { page: String(place.page), ...data },
  };
}
