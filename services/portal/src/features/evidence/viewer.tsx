import { LeftOutlined, RightOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import type { EvidenceView, HistoryEntry, Place } from '@aigaq/api';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useWords } from '../../texts/words.js';
import { Facts } from './facts.js';
import { Findings } from './findings.js';
import { findingsOf, type Mark, remarksOn } from './marks.js';
import { PageImage } from './page-image.js';

const ZOOMS = [1, 1.5, 2, 3];

interface ViewerProps {
  evidence: EvidenceView;
  history?: HistoryEntry[];
  /** Key of the remark to show, when somebody asked for it in the history. */
  asked?: string | null;
  pin?: Place | null;
  /** When given, a click or a drag on the page chooses a place. */
  onPin?: ((place: Place) => void) | undefined;
}

/** The picture of the paper and what was found on it: two cells of the grid `.viewer`. */
export function Viewer({ evidence, history = [], asked = null, pin = null, onPin }: ViewerProps) {
  const { t, say } = useWords();
  const [selected, setSelected] = useState<string | null>(null);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(0);
  const findings = findingsOf(evidence);
  const remarks = remarksOn(evidence.id, history);
  const isPinHere = pin !== null && pin.evidenceId === evidence.id;
  const marks: Mark[] = [
    ...findings.flatMap(({ key, page: at, box, outcome, text }) =>
      at !== null && box !== null ? [{ key, page: at, box, tone: outcome, text: say(text) }] : [],
    ),
    ...remarks,
    ...(isPinHere && pin.box !== undefined ? [{ key: 'pin', page: pin.page, box: pin.box, tone: 'pin' as const, text: t('pin.here') }] : []),
  ];
  const show = (key: string | null, at: number | null | undefined): void => {
    setSelected(key);
    setPage((now) => at ?? now);
  };
  const askedPage = remarks.find(({ key }) => key === asked)?.page;
  useEffect(() => {
    if (asked !== null && askedPage !== undefined) {
      show(asked, askedPage);
    }
  }, [asked, askedPage]);
  useEffect(() => {
    if (isPinHere && pin !== null) {
      show('pin', pin.page);
    }
  }, [isPinHere, pin]);

  const pages = evidence.pageCount ?? 1;
  return (
    <>
      <div className="viewer-page">
        <div className="viewer-bar">
          <Button
            icon={<LeftOutlined />}
            aria-label={t('viewer.before')}
            disabled={page <= 1}
            onClick={() => show(null, page - 1)}
          />
          <span className="figure" aria-live="polite">
            {t('viewer.pageCount', { page, pages })}
          </span>
          <Button
            icon={<RightOutlined />}
            aria-label={t('viewer.next')}
            disabled={page >= pages}
            onClick={() => show(null, page + 1)}
          />
          <span className="viewer-gap" />
          <Button icon={<ZoomOutOutlined />} aria-label={t('viewer.smaller')} disabled={zoom === 0} onClick={() => setZoom(zoom - 1)} />
          <Button
            icon={<ZoomInOutlined />}
            aria-label={t('viewer.larger')}
            disabled={zoom === ZOOMS.length - 1}
            onClick={() => setZoom(zoom + 1)}
          />
        </div>
        {onPin !== undefined && (
          <p className="pin-hint" role="status">
            {t('pin.hint')}
          </p>
        )}
        <PageImage
          evidence={evidence}
          page={page}
          zoom={ZOOMS[zoom] ?? 1}
          marks={marks.filter((mark) => mark.page === page)}
          selected={selected}
          onSelect={setSelected}
          onPin={onPin && ((box) => onPin({ evidenceId: evidence.id, page, box }))}
        />
      </div>
      <div className="viewer-side">
        <h3>{t('viewer.findings')}</h3>
        <Reading evidence={evidence} />
        <Findings findings={findings} selected={selected} onSelect={({ key, page: at }) => show(key, at)} />
        <h3>{t('facts.title')}</h3>
        <Facts evidence={evidence} />
      </div>
    </>
  );
}

function Reading({ evidence: { state, check } }: { evidence: EvidenceView }) {
  const { t, number } = useWords();
  if (state === 'waiting') {
    return <p className="reading">{t('viewer.reading')}</p>;
  }
  if (state === 'unreadable' || check === null) {
    return <p className="notice-bad">{t('viewer.unreadable')}</p>;
  }
  return <p className="muted small">{t('viewer.took', { seconds: number(check.milliseconds / 1000, 1) })}</p>;
}
