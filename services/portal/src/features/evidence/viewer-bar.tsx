import { LeftOutlined, RightOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useWords } from '../../texts/words.js';

const STEP = 0.5;
const LARGEST = 3;

interface ViewerBarProps {
  page: number;
  pages: number;
  onPage: (page: number) => void;
  zoom: number;
  onZoom: (zoom: number) => void;
}

/** Turning pages and looking closer. */
export function ViewerBar({ page, pages, onPage, zoom, onZoom }: ViewerBarProps) {
  const { t } = useWords();
  return (
    <div className="viewer-bar">
      <Button icon={<LeftOutlined />} aria-label={t('viewer.before')} disabled={page <= 1} onClick={() => onPage(page - 1)} />
      <span className="figure" aria-live="polite">
        {t('viewer.pageCount', { page, pages })}
      </span>
      <Button icon={<RightOutlined />} aria-label={t('viewer.next')} disabled={page >= pages} onClick={() => onPage(page + 1)} />
      <span className="viewer-gap" />
      <Button icon={<ZoomOutOutlined />} aria-label={t('viewer.smaller')} disabled={zoom <= 1} onClick={() => onZoom(zoom - STEP)} />
      <Button icon={<ZoomInOutlined />} aria-label={t('viewer.larger')} disabled={zoom >= LARGEST} onClick={() => onZoom(zoom + STEP)} />
    </div>
  );
}
