import type { AssignmentView, Place } from '@aigaq/api';
import { useState } from 'react';
import { useWords } from '../../texts/words.js';
import { Empty, Failure, SkeletonLines } from '../../ui/states.js';
import { DocumentList } from '../evidence/document-list.js';
import { UploadArea } from '../evidence/upload-area.js';
import { Viewer } from '../evidence/viewer.js';
import { useDraft } from './draft.js';
import { isReviewing, type Papers, usePapers } from './papers.js';
import { Resubmission } from './resubmission.js';
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
  const hold = useDraft(assignment);
  const papers = usePapers(assignment, asked, hold);
  const { shown, chosen, subject, show } = papers;
  const [place, setPlace] = useState<Place | null>(null);
  const [isPinning, setPinning] = useState(false);
  const pin = (next: Place): void => {
    setPlace(next);
    setPinning(false);
  };
  return (
    <>
      <Resubmission history={assignment.history} documents={papers.documents} />
      <section className="block" aria-labelledby="evidence">
        <h2 id="evidence">{t('papers.title')}</h2>
        {assignment.allowed.includes('upload') && <UploadArea subject={subject} onStored={({ id }) => show(id)} />}
        {/* Where papers can come in, their place is kept: what stands below does not jump when they do. */}
        <div className={assignment.allowed.includes('upload') ? 'papers-place' : ''}>
          <PaperList assignment={assignment} papers={papers} />
          <div className={shown === undefined ? '' : 'viewer'}>
            {shown !== undefined && (
              <Viewer
                key={shown.id}
                evidence={shown}
                history={assignment.history}
                asked={asked === null ? null : `remark:${asked}`}
                pin={place}
                onPin={isPinning ? pin : undefined}
              />
            )}
            <div className="viewer-act">
              {isHandedIn(assignment, shown !== undefined) && <SubmitPanel assignment={assignment} chosen={chosen} hold={hold} />}
              {isReviewing(assignment) && (
                <ReviewPanel
                  assignment={assignment}
                  shown={shown}
                  place={place}
                  onPlace={setPlace}
                  isPinning={isPinning}
                  onPinning={setPinning}
                />
              )}
            </div>
          </div>
        </div>
      </section>
    </>
  );
}

/** Something to hand in is there, or nothing need be: a body may have no facts. */
const isHandedIn = ({ allowed, rule }: AssignmentView, hasPaper: boolean): boolean => allowed.includes('submit') && (hasPaper || rule.zeroCase);

function PaperList({ assignment: { allowed }, papers }: { assignment: AssignmentView; papers: Papers }) {
  const { t } = useWords();
  const { query, documents, shown, show, handedIn, chosen, choose } = papers;
  if (query.isPending) {
    return <SkeletonLines lines={4} height={52} />;
  }
  if (query.isError) {
    return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (documents.length === 0) {
    return <Empty title={t('papers.empty')} text={t(allowed.includes('upload') ? 'papers.emptyUpload' : 'papers.emptyText')} />;
  }
  return (
    <DocumentList
      documents={documents}
      shownId={shown?.id}
      onShow={show}
      handedIn={handedIn}
      chosen={allowed.includes('submit') ? { ids: new Set(chosen.map(({ id }) => id)), onChoose: choose } : undefined}
    />
  );
}
