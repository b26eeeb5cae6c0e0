import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../../texts/words.js';
import { useThumbnail } from './documents.js';

interface ThumbnailsProps {
  evidenceId: string;
  pages: number;
  page: number;
  onPage: (page: number) => void;
  /** Pages with something on them that is not in order. */
  marked: ReadonlySet<number>;
}

const STEPS: Record<string, (page: number, pages: number) => number> = {
  ArrowRight: (page) => page + 1,
  ArrowLeft: (page) => page - 1,
  Home: () => 1,
  End: (_, pages) => pages,
};

/** All pages in small, when there are several. One stop for the keyboard: arrows, Home and End go from page to page. */
export function Thumbnails(props: ThumbnailsProps) {
  return props.pages > 1 ? <Strip {...props} /> : null;
}

function Strip({ evidenceId, pages, page, onPage, marked }: ThumbnailsProps) {
  const { t } = useWords();
  const strip = useRef<HTMLDivElement>(null);
  const turn = (event: KeyboardEvent): void => {
    const next = STEPS[event.key]?.(page, pages);
    if (next !== undefined && next >= 1 && next <= pages) {
      event.preventDefault();
      onPage(next);
      strip.current?.querySelectorAll('button')[next - 1]?.focus({ preventScroll: true });
    }
  };
  useEffect(() => {
    const view = strip.current;
    const shown = view?.querySelectorAll('button')[page - 1];
    if (view && shown) {
      view.scrollTo?.({ left: shown.offsetLeft - (view.clientWidth - shown.clientWidth) / 2 });
    }
  }, [page]);
  return (
    <div ref={strip} className="thumbs" role="group" aria-label={t('viewer.pages')} onKeyDown={turn}>
      {Array.from({ length: pages }, (_, index) => (
        <Thumbnail
          key={index}
          evidenceId={evidenceId}
          page={index + 1}
          isShown={index + 1 === page}
          isMarked={marked.has(index + 1)}
          onShow={() => onPage(index + 1)}
        />
      ))}
    </div>
  );
}

interface ThumbnailProps {
  evidenceId: string;
  page: number;
  isShown: boolean;
  isMarked: boolean;
  onShow: () => void;
}

function Thumbnail({ evidenceId, page, isShown, isMarked, onShow }: ThumbnailProps) {
  const { t } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const isSeen = useSeen(button);
  const { url } = useThumbnail(evidenceId, page, isSeen);
  return (
    <button
      ref={button}
      type="button"
      className={isMarked ? 'thumb is-marked' : 'thumb'}
      aria-current={isShown ? 'page' : undefined}
      aria-label={t(isMarked ? 'viewer.toMarkedPage' : 'viewer.toPage', { page })}
      tabIndex={isShown ? 0 : -1}
      onClick={onShow}
    >
      <span className="thumb-picture">{url !== undefined && <img src={url} alt="" draggable={false} />}</span>
      <span className="thumb-number">{page}</span>
    </button>
  );
}

/** Whether it has ever come into view; a paper of two hundred pages does not fetch two hundred pictures. */
function useSeen(element: { current: HTMLElement | null }): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (isSeen || element.current === null || !('IntersectionObserver' in globalThis)) {
      return undefined;
    }
    const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && setSeen(true), { rootMargin: '120px' });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, isSeen]);
  return isSeen;
}
