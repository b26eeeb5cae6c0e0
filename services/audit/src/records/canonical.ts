/** JSON with sorted keys, so that the same value always gives the same bytes, whatever a database did to their order. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map((each) => canonical(each ?? null)).join(',')}]`;
  }
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value).filter(([, field]) => field !== undefined);
    const sorted = fields.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${sorted.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
