import { createRequire } from 'node:module';

// The package has no types.
const decode = createRequire(import.meta.url)('heic-decode') as (input: { buffer: Uint8Array }) => Promise<DecodedPhotograph>;

export interface DecodedPhotograph {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, opacity. */
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** Unpacks a photograph in HEIC: libheif, compiled to WebAssembly. Throws when it cannot. */
export function decodeHeic(bytes: Uint8Array): Promise<DecodedPhotograph> {
  return decode({ buffer: bytes });
}
