/** Postings (key, paper) in the order of their keys. */
export interface Segment {
  readonly keys: Uint32Array;
  readonly ordinals: Uint32Array;
}

/** Sorts postings by key; equal keys stay in the order in which they came. At most 2^20 postings. */
export function segmentOf(keys: readonly number[], ordinals: readonly number[]): Segment {
  // Key and place in one double of 52 bits: typed arrays sort numbers many times faster than they sort pairs.
  const order = Float64Array.from(keys, (key, place) => key * 0x100000 + place).sort();
  const places = Uint32Array.from(order, (both) => both % 0x100000);
  return { keys: Uint32Array.from(places, (place) => keys[place]!), ordinals: Uint32Array.from(places, (place) => ordinals[place]!) };
}

/** Both as one; of equal keys those of the older come first. */
export function merged(older: Segment, newer: Segment): Segment {
  const size = older.keys.length + newer.keys.length;
  const [keys, ordinals] = [new Uint32Array(size), new Uint32Array(size)];
  for (let at = 0, a = 0, b = 0; at < size; at += 1) {
    const isOlder = b === newer.keys.length || (a < older.keys.length && older.keys[a]! <= newer.keys[b]!);
    const from = isOlder ? older : newer;
    const place = isOlder ? a : b;
    keys[at] = from.keys[place]!;
    ordinals[at] = from.ordinals[place]!;
    if (isOlder) a += 1;
    else b += 1;
  }
  return { keys, ordinals };
}

/** Where the postings of a key begin; those of the key follow. */
export function firstOf({ keys }: Segment, key: number): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
