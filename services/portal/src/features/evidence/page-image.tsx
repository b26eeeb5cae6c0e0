import type { Box, EvidenceView } from '@aigaq/api';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../../texts/words.js';
import { Failure } from '../../ui/states.js';
import { usePageImage } from './documents.js';
import { boxBetween, type Mark, shownCheck } from './marks.js';

interface PageImageProps {
  evidence: EvidenceView;
  page: number;
  zoom: number;
  marks: Mark[];
  selected: string | null;
  onSelect: (key: string) => void;
  /** When given, the reviewer is choosing a place: a click or a drag sets it. */
  onPin?: ((box: Box) => void) | undefined;
}

const NOWHERE: Box = [0, 0, 0, 0];
const percent = (share: number): string => `${share * 100}%`;
const styleOf = ([x0, y0, x1, y1]: Box) => ({ left: percent(x0), top: percent(y0), width: percent(x1 - x0), height: percent(y1 - y0) });

/** One page with what was found drawn over it. The list of findings is the way in for keyboard and screen reader. */
export function PageImage({ evidence, page, zoom, marks, selected, onSelect, onPin }: PageImageProps) {
  const { t } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const { url, query } = usePageImage(evidence.id, page);
  const size = shownCheck(evidence)?.pages.find((each) => each.page === page);
  const ratio = size === undefined ? 1.414 : size.height / size.width;
  const [x0, y0, x1, y1] = marks.find(({ key }) => key === selected)?.box ?? NOWHERE;

  useEffect(() => {
    const view = frame.current;
    if (view !== null && selected !== null && x1 > 0) {
      view.scrollTo({
        left: ((x0 + x1) / 2) * view.scrollWidth - view.clientWidth / 2,
        top: ((y0 + y1) / 2) * view.scrollHeight - view.clientHeight / 2,
      });
      view.scrollIntoView({ block: 'nearest' });
    }
  }, [selected, zoom, x0, y0, x1, y1]);

  return (
    <div ref={frame} className="sheet-frame" role="region" tabIndex={0} aria-label={t('viewer.frame', { page })}>
      <div className="sheet" style={{ width: percent(zoom), aspectRatio: `1 / ${ratio}` }}>
        {url !== undefined && <img src={url} alt={t('viewer.pageOf', { page, name: evidence.fileName })} draggable={false} />}
        {url === undefined && !query.isError && <div className="sheet-wait" role="status" aria-label={t('loading')} />}
        {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
        <div className="sheet-marks" aria-hidden="true">
          {marks.map((mark) => (
            <div
              key={mark.key}
              className={`mark mark-${mark.tone}${mark.key === selected ? ' is-selected' : ''}`}
              style={styleOf(mark.box)}
              title={mark.text}
              data-mark={mark.key}
              onClick={() => onSelect(mark.key)}
            />
          ))}
        </div>
        {onPin !== undefined && <PinLayer onPin={onPin} />}
      </div>
    </div>
  );
}

/** Takes a click or a drag with mouse, pen or finger and makes a box of it. */
function PinLayer({ onPin }: { onPin: (box: Box) => void }) {
  const [from, setFrom] = useState<[number, number] | null>(null);
  const [to, setTo] = useState<[number, number] | null>(null);
  const pointOf = ({ currentTarget, clientX, clientY }: PointerEvent): [number, number] => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    return [(clientX - left) / width, (clientY - top) / height];
  };
  return (
    <div
      className="pin-layer"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom(pointOf(event));
        setTo(pointOf(event));
      }}
      onPointerMove={(event) => from !== null && setTo(pointOf(event))}
      onPointerUp={(event) => {
        if (from !== null) {
          onPin(boxBetween(from, pointOf(event)));
        }
        setFrom(null);
        setTo(null);
      }}
    >
      {from !== null && to !== null && <div className="mark mark-pin" style={styleOf(boxBetween(from, to))} />}
    </div>
  );
}
