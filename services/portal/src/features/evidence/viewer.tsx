import type { EvidenceView, HistoryEntry, Place } from '@aigaq/api';
import { useEffect, useState } from 'react';
import { useWords } from '../../texts/words.js';
import { Tag } from '../../ui/tag.js';
import { useFieldWords } from './corrections.js';
import { Facts } from './facts.js';
import { Fields } from './fields.js';
import { Findings, FindingsToCome } from './findings.js';
import { fieldsToDraw, type Finding, findingsOf, keyOfField, type Mark, pagesToLookAt, remarksOn } from './marks.js';
import { PageImage } from './page-image.js';
import { SaidHistory } from './said-history.js';
import { Signatures } from './signatures.js';
import { Thumbnails } from './thumbnails.js';
import { Twins } from './twins.js';
import { ViewerBar } from './viewer-bar.js';

interface ViewerProps {
  evidence: EvidenceView;
  history?: HistoryEntry[];
  /** Key of the remark to show, when somebody asked for it in the history. */
  asked?: string | null;
  pin?: Place | null;
  /** When given, a click or a drag on the page chooses a place. */
  onPin?: ((place: Place) => void) | undefined;
}

/** Everything that is drawn over the pages of one paper. */
function useMarks({ evidence, history = [], pin }: ViewerProps, findings: Finding[], selected: string | null): Mark[] {
  const { t, say } = useWords();
  const { nameOf } = useFieldWords();
  // The worst is drawn last: where two findings share a place, it is the one that is seen and clicked.
  const found = findings.toReversed().flatMap(({ key, page, box, outcome, text }) =>
    page !== null && box !== null ? [{ key, page, box, tone: outcome, text: say(text) }] : [],
  );
  const fields = fieldsToDraw(evidence, selected).flatMap((field) =>
    field.page !== null && field.box !== null
      ? [{ key: keyOfField(field), page: field.page, box: field.box, tone: field.outcome ?? ('note' as const), text: nameOf(field, 1) }]
      : [],
  );
  const here = pin?.evidenceId === evidence.id ? pin : undefined;
  const pinned: Mark[] = here?.box ? [{ key: 'pin', page: here.page, box: here.box, tone: 'pin', text: t('pin.here') }] : [];
  return [...found, ...fields, ...remarksOn(evidence.id, history), ...pinned];
}

/** The picture of the paper and what was found on it: two cells of the grid `.viewer`. */
export function Viewer(props: ViewerProps) {
  const { evidence, asked = null, pin = null, onPin } = props;
  const { t } = useWords();
  const [selected, setSelected] = useState<string | null>(null);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(1);
  const findings = findingsOf(evidence);
  const marks = useMarks(props, findings, selected);
  const pages = evidence.pageCount ?? 1;
  const show = (key: string | null, at: number | null | undefined): void => {
    setSelected(key);
    setPage((now) => at ?? now);
  };

  // A remark asked for in the history, or a place just chosen, comes into view.
  const wanted = pin === null ? asked : 'pin';
  const wantedPage = marks.find(({ key }) => key === wanted)?.page;
  useEffect(() => {
    if (wantedPage !== undefined) {
      setSelected(wanted);
      setPage(wantedPage);
    }
  }, [wanted, wantedPage, pin]);

  return (
    <>
      <div className="viewer-page">
        <ViewerBar
          page={page}
          pages={pages}
          onPage={(next) => show(null, next)}
          zoom={zoom}
          onZoom={setZoom}
        />
        {onPin !== undefined && (
          <p className="pin-hint" role="status">
            {t('pin.hint')}
          </p>
        )}
        <PageImage
          evidence={evidence}
          page={page}
          zoom={zoom}
          marks={marks.filter((mark) => mark.page === page)}
          selected={selected}
          onSelect={setSelected}
          onPin={onPin && ((box) => onPin({ evidenceId: evidence.id, page, box }))}
        />
        <Thumbnails evidenceId={evidence.id} pages={pages} page={page} onPage={(next) => show(null, next)} marked={pagesToLookAt(evidence)} />
      </div>
      <div className="viewer-side">
        <h3>{t('viewer.findings')}</h3>
        <Reading evidence={evidence} />
        {evidence.state === 'waiting' && evidence.preliminary === null ? (
          <FindingsToCome />
        ) : (
          <Findings findings={findings} selected={selected} onSelect={({ key, page: at }) => show(key, at)} />
        )}
        <Signatures evidence={evidence} />
        <Twins evidence={evidence} />
        <Fields evidence={evidence} selected={selected} onSelect={(field) => show(keyOfField(field), field.page)} />
        <h3>{t('facts.title')}</h3>
        <Facts evidence={evidence} />
        <SaidHistory evidence={evidence} />
      </div>
    </>
  );
}

function Reading({ evidence }: { evidence: EvidenceView }) {
  const { t, number } = useWords();
  const { state, check, preliminary } = evidence;
  if (state === 'waiting' && preliminary !== null) {
    return <SoFar preliminary={preliminary} pages={evidence.pageCount ?? 1} />;
  }
  if (state === 'waiting') {
    return <p className="reading">{t('viewer.reading')}</p>;
  }
  if (state === 'unreadable' || check === null) {
    return <p className="notice-bad">{t('viewer.unreadable')}</p>;
  }
  return <p className="muted small">{t('viewer.took', { seconds: number(check.milliseconds / 1000, 1) })}</p>;
}

/** Of a long paper: said clearly that it is not the last word, and how far the machine is. */
function SoFar({ preliminary: { check, pagesRead }, pages }: { preliminary: NonNullable<EvidenceView['preliminary']>; pages: number }) {
  const { t } = useWords();
  return (
    <div className="notice-watch" data-preliminary>
      <p>
        <Tag tone="info">{t('viewer.preliminary')}</Tag> {t(`viewer.soFar.${check.verdict}`)}
      </p>
      <p className="reading">{t('viewer.endsRead', { read: pagesRead, pages })}</p>
      <p className="small">{t('viewer.notYet')}</p>
    </div>
  );
}
