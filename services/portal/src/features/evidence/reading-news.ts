import type { EvidenceView } from '@aigaq/api';
import { useEffect, useRef } from 'react';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';

/** Says aloud that the machine has finished with a paper that it was reading. */
export function useReadingNews(documents: EvidenceView[] | undefined): void {
  const { t } = useWords();
  const announce = useAnnounce();
  const waiting = useRef(new Set<string>());
  useEffect(() => {
    for (const { id, state, check, fileName } of documents ?? []) {
      if (state === 'waiting') {
        waiting.current.add(id);
      } else if (waiting.current.delete(id)) {
        const verdict = check?.verdict ?? 'unreadable';
        announce(t(`news.${verdict}`, { name: fileName }), verdict === 'passed' || verdict === 'person' ? 'success' : 'error');
      }
    }
  }, [documents, announce, t]);
}
