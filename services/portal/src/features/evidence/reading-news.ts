import type { EvidenceView } from '@aigaq/api';
import { useEffect, useRef } from 'react';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';

type Stage = 'reading' | 'preliminary' | 'read';

function stageOf({ state, preliminary }: EvidenceView): Stage {
  return state !== 'waiting' ? 'read' : preliminary === null ? 'reading' : 'preliminary';
}

const BAD = new Set(['failed', 'unreadable']);

/** What is new of a paper since it was seen before; `null`: nothing. */
function newsOf(paper: EvidenceView, before: Stage | undefined): string | null {
  const now = stageOf(paper);
  if (before === undefined || before === now || now === 'reading') {
    return null;
  }
  return now === 'preliminary' ? now : (paper.check?.verdict ?? 'unreadable');
}

/** Says aloud that the machine has finished with a paper that it was reading, or has read the ends of a long one. */
export function useReadingNews(documents: EvidenceView[] | undefined): void {
  const { t } = useWords();
  const announce = useAnnounce();
  const stages = useRef(new Map<string, Stage>());
  useEffect(() => {
    for (const paper of documents ?? []) {
      const news = newsOf(paper, stages.current.get(paper.id));
      stages.current.set(paper.id, stageOf(paper));
      if (news !== null) {
        announce(t(`news.${news}`, { name: paper.fileName }), BAD.has(news) ? 'error' : 'success');
      }
    }
  }, [documents, announce, t]);
}
