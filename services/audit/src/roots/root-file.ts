import { type DayRoot, isIntactRoot } from './root.js';

export const ROOT_FORMAT = 'aigaq-audit-root/1';

/** Under which keys a root and its time stamp lie in the object store. */
export const rootKey = (day: string): string => `audit/roots/${day}.json`;
export const stampKey = (day: string): string => `audit/roots/${day}.tsr`;

/** The same bytes however often it is made. */
export function rootFile({ day, previousHash, partitions, hash }: DayRoot): string {
  return `${JSON.stringify({ format: ROOT_FORMAT, day, hash, previousHash, partitions }, null, 1)}\n`;
}

/** The hash of the root in a file; undefined when it is no root, or a changed one. */
export function readRootFile(text: string): { day: string; hash: string } | undefined {
  try {
    const root = JSON.parse(text) as DayRoot & { format: string };
    return root.format === ROOT_FORMAT && isIntactRoot(root) ? { day: root.day, hash: root.hash } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) {
      return undefined;
    }
    throw error;
  }
}
