import type { AssignmentView, DraftView, SaveDraft } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { get, put } from '../../api/client.js';
import { meQuery } from '../../api/people.js';
import { dropCopy, keepCopy, keptCopy, newestOf } from './draft-copy.js';

const SAVE_AFTER_MILLISECONDS = 800;
const AGAIN_MILLISECONDS = 10_000;
const NONE: SaveDraft = { chosen: [], left: [], remark: '', zeroCase: false };

export type DraftState = 'none' | 'saving' | 'saved' | 'here';

export interface DraftHold {
  draft: SaveDraft;
  change: (part: Partial<SaveDraft>) => void;
  /** here: the line is cut, and it is kept on this device until it comes back. */
  state: DraftState;
  /** It was handed in. */
  end: () => void;
}

/**
 * What the person prepares for handing in: kept on this device at once and with the service a moment later, also when the line is cut
 * meanwhile; it is there again on whatever device he comes back. Of what is secret nothing is kept on the device.
 */
export function useDraft({ id, history, secrecy, allowed }: AssignmentView): DraftHold {
  const { data: me } = useQuery(meQuery);
  const isOpen = allowed.includes('submit');
  const path = `/api/tasks/assignments/${encodeURIComponent(id)}/draft`;
  const number = history.filter(({ act }) => act === 'submitted').length;
  const key = me === undefined || secrecy !== 'none' ? null : `draft:${me.id}:${id}:${number}`;
  const stored = useQuery({ queryKey: ['draft', id, number], queryFn: ({ signal }) => get<DraftView>(path, {}, signal), enabled: isOpen, staleTime: Infinity });
  const [entered, setEntered] = useState<SaveDraft | null>(null);
  const [state, setState] = useState<DraftState>('none');
  const kept = isOpen ? newestOf(stored.data, key === null ? null : keptCopy(key)) : null;
  const draft = entered ?? kept ?? NONE;

  useEffect(() => {
    if (entered === null) {
      return undefined;
    }
    let timer: ReturnType<typeof setTimeout>;
    const save = (): void => {
      clearTimeout(timer);
      put<DraftView>(path, entered)
        .then(() => {
          dropCopy(key);
          setState('saved');
        })
        .catch(() => {
          setState('here');
          timer = setTimeout(save, AGAIN_MILLISECONDS);
        });
    };
    timer = setTimeout(save, SAVE_AFTER_MILLISECONDS);
    window.addEventListener('online', save);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', save);
    };
  }, [entered, key, path]);

  return {
    draft,
    state,
    change: (part) => {
      const next = { ...draft, ...part };
      keepCopy(key, next);
      setState('saving');
      setEntered(next);
    },
    end: () => {
      dropCopy(key);
      setEntered(null);
      setState('none');
    },
  };
}
