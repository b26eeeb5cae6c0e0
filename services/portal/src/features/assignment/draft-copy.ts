import type { DraftView, SaveDraft } from '@aigaq/api';

function isDraft(value: unknown): value is DraftView {
  const { chosen, left, remark, zeroCase, savedAt } = (value ?? {}) as Partial<Record<keyof DraftView, unknown>>;
  return Array.isArray(chosen) && Array.isArray(left) && typeof remark === 'string' && typeof zeroCase === 'boolean' && typeof savedAt === 'string';
}

/** The copy on this device; null when there is none, or it is not ours. */
export function keptCopy(key: string): DraftView | null {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isDraft(parsed) ? parsed : null;
  } catch {
    // Broken, or the browser keeps nothing: then there is no copy.
    return null;
  }
}

export function keepCopy(key: string | null, draft: SaveDraft): void {
  if (key === null) {
    return;
  }
  try {
    localStorage.setItem(key, JSON.stringify({ ...draft, savedAt: new Date().toISOString() }));
  } catch {
    // The device is full or keeps nothing: the service keeps it.
    return;
  }
}

export function dropCopy(key: string | null): void {
  if (key !== null) {
    localStorage.removeItem(key);
  }
}

/** Of the draft of the service and the copy on this device the one that was saved last; null when there is none. */
export function newestOf(stored: DraftView | undefined, copy: DraftView | null): SaveDraft | null {
  const both = [stored, copy].filter((each): each is DraftView => each != null && each.savedAt !== null);
  const [newest] = both.toSorted((one, other) => (other.savedAt ?? '').localeCompare(one.savedAt ?? ''));
  if (newest === undefined) {
    return null;
  }
  const { savedAt: _, ...draft } = newest;
  return draft;
}
