/**
 * A new sortable id: UUID version 7 (RFC 9562), so that ids made later sort later.
 * `random` are 10 random bytes; they are an argument to keep this library free of drivers and its tests exact.
 */
export function sortableId(now: Date = new Date(), random: Uint8Array = crypto.getRandomValues(new Uint8Array(10))): string {
  const time = now.getTime().toString(16).padStart(12, '0');
  const tail = [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((random[2] ?? 0) & 0x3f) | 0x80;
  const hex = `${time}7${tail.slice(1, 4)}${variant.toString(16)}${tail.slice(6, 20)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
