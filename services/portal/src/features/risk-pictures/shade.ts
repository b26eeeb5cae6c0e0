const SHADES = 4;

/** One of five shades, from nothing (0) to the most (4): the colour only repeats what the figure says. */
export function shadeOf(count: number, most: number): number {
  return count === 0 || most === 0 ? 0 : Math.max(1, Math.ceil((count / most) * SHADES));
}
