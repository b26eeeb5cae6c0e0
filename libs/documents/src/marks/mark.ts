import type { Find } from './network.js';

/** Things on a page that no printer of text makes. */
export const markKinds = ['signature', 'stamp', 'qr'] as const;
export type MarkKind = (typeof markKinds)[number];

/** A place that looks like a mark, in pixels of the picture it was found in. */
export type Mark = Find<MarkKind>;
