const DAY_MILLISECONDS = 86_400_000;
/** Days kept free at either end, so that no mark is cut. */
const MARGIN = 3;

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export interface Span {
  /** Per cent from the left; undefined for a day outside. */
  placeOf: (day: string) => number | undefined;
}

/** The stretch of time from the first of the days to the last. */
export function spanOf(days: readonly (string | null)[]): Span {
  const times = days.flatMap((day) => (day === null ? [] : [timeOf(day)]));
  const first = Math.min(...times) - MARGIN * DAY_MILLISECONDS;
  const last = Math.max(...times) + MARGIN * DAY_MILLISECONDS;
  return {
    placeOf: (day) => {
      const place = ((timeOf(day) - first) / (last - first)) * 100;
      return place < 0 || place > 100 ? undefined : place;
    },
  };
}
