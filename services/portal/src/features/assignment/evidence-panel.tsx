import type { AssignmentView, EvidenceView, Place } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useWords } from '../../texts/words.js';
import { Empty, Failure, SkeletonLines } from '../../ui/states.js';
import { DocumentList } from '../evidence/document-list.js';
import { documentsQuery } from '../evidence/documents.js';
import { useReadingNews } from '../evidence/reading-news.js';
import { UploadArea } from '../evidence/upload-area.js';
import { Viewer } from '../evidence/viewer.js';
import { proposed } from './missing.js';
import { ReviewPanel } from './review-panel.js';
import { SubmitPanel } from './submit-panel.js';

interface EvidencePanelProps {
  assignment: AssignmentView;
  /** Which step of the history somebody wants to see on its page. */
  asked: number | null;
}

/** The papers, the viewer and, beside it, what may be done now. */
export function EvidencePanel({ assignment, asked }: EvidencePanelProps) {
  const { t } = useWords();
  const { id, allowed, history } = assignment;
  const subject = useMemo(() => ({ type: 'assignment' as const, id }), [id]);
  const query = useQuery(documentsQuery(subject));
  const documents = query.data;
  useReadingNews(documents);
  const [shownId, setShownId] = useState<string | null>(null);
  const [overruled, setOverruled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [place, setPlace] = useState<Place | null>(null);
  const [isPinning, setPinning] = useState(false);
  const [seen, setSeen] = useState<number | null>(null);
  const onStored = useCallback((stored: EvidenceView) => setShownId(stored.id), []);

  if (asked !== seen) {
    setSeen(asked);
    setShownId(asked === null ? shownId : (history[asked]?.place?.evidenceId ?? shownId));
  }

  const handedIn = new Set(history.flatMap(({ evidenceIds }) => evidenceIds));
  const latest = documents?.find((each) => assignment.evidenceIds.includes(each.id)) ?? documents?.[0];
  const shown = documents?.find((each) => each.id === shownId) ?? (allowed.includes('upload') ? documents?.[0] : latest);
  const byDefault = new Set(proposed(documents ?? []).map((each) => each.id));
  const chosen = (documents ?? []).filter((each) => overruled.get(each.id) ?? byDefault.has(each.id));
  const canSubmit = allowed.includes('submit');
  const isReviewing = allowed.some((act) => act === 'return' || act === 'pass-on' || act === 'accept');

  const review = isReviewing && (
    <ReviewPanel
      assignment={assignment}
      shown={shown}
      place={place}
      onPlace={setPlace}
      isPinning={isPinning}
      onPinning={setPinning}
    />
  );
  const submit = canSubmit && <SubmitPanel assignment={assignment} chosen={chosen} />;

  return (
    <section className="block" aria-labelledby="evidence">
      <h2 id="evidence">{t('papers.title')}</h2>
      {allowed.includes('upload') && <UploadArea subject={subject} onStored={onStored} />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <SkeletonLines lines={4} height={52} />}
      {documents?.length === 0 && (
        <Empty title={t('papers.empty')} text={t(allowed.includes('upload') ? 'papers.emptyUpload' : 'papers.emptyText')} />
      )}
      {documents !== undefined && documents.length > 0 && (
        <DocumentList
          documents={documents}
          shownId={shown?.id}
          onShow={setShownId}
          handedIn={handedIn}
          chosen={
            canSubmit
              ? {
                  ids: new Set(chosen.map((each) => each.id)),
                  onChoose: (paper, isChosen) => setOverruled(new Map(overruled).set(paper, isChosen)),
                }
              : undefined
          }
        />
      )}
      <div className={shown === undefined ? '' : 'viewer'}>
        {shown !== undefined && (
          <Viewer
            key={shown.id}
            evidence={shown}
            history={history}
            asked={asked === null ? null : `remark:${asked}`}
            pin={place}
            onPin={
              isPinning
                ? (next) => {
                    setPlace(next);
                    setPinning(false);
                  }
                : undefined
            }
          />
        )}
        <div className="viewer-act">
          {submit}
          {review}
        </div>
      </div>
    </section>
  );
}
