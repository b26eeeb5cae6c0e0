// eslint-disable-next-line no-restricted-imports -- runs in the process in which papers are opened
import type { CheckOptions } from '@aigaq/documents';
import type { CheckNews } from './reading-job.dto.js';

/** Each one is kept with the paper: more often would help nobody. */
const PAUSE_MS = 3_000;

/** What `checkDocument` says on its way, as news: nothing before the first verdict, so nothing at all of a short paper. */
export function newsOfCheck(tell: (news: CheckNews) => void): Required<Pick<CheckOptions, 'onPage' | 'onVerdict'>> {
  let pagesRead = 0;
  let lastTold: number | undefined;
  return {
    onVerdict: (check) => {
      lastTold = performance.now();
      tell({ pagesRead, check });
    },
    onPage: () => {
      pagesRead += 1;
      if (lastTold !== undefined && performance.now() - lastTold >= PAUSE_MS) {
        lastTold = performance.now();
        tell({ pagesRead });
      }
    },
  };
}
