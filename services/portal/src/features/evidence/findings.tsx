import { CheckCircleFilled, CloseCircleFilled, EyeFilled, InfoCircleFilled } from '@ant-design/icons';
import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../../texts/words.js';
import type { Finding } from './marks.js';

const ICONS: Record<Finding['outcome'], ReactNode> = {
  passed: <CheckCircleFilled />,
  person: <EyeFilled />,
  failed: <CloseCircleFilled />,
  note: <InfoCircleFilled />,
};

interface FindingsProps {
  findings: Finding[];
  selected: string | null;
  onSelect: (finding: Finding) => void;
}

/** What the machine found, in words; one that has a place shows it on the page. */
export function Findings({ findings, selected, onSelect }: FindingsProps) {
  const { t } = useWords();
  const list = useRef<HTMLUListElement>(null);
  // A box that was pointed at on the page brings its words into view.
  useEffect(() => {
    if (selected !== null) {
      list.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView?.({ block: 'nearest' });
    }
  }, [selected]);
  return (
    <ul ref={list} className="findings" aria-label={t('viewer.findings')}>
      {findings.map((finding) => (
        <li key={finding.key} className={`finding is-${finding.outcome}`}>
          {finding.page === null ? (
            <div className="finding-in">
              <Words finding={finding} />
            </div>
          ) : (
            <button
              type="button"
              className="finding-in"
              aria-pressed={finding.key === selected}
              onClick={() => onSelect(finding)}
            >
              <Words finding={finding} />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A plain order with a signature and a stamp gives so many. */
const USUAL_FINDINGS = 7;

/** Keeps the place of what is still being found. */
export function FindingsToCome() {
  return (
    <div className="findings" aria-hidden="true">
      {Array.from({ length: USUAL_FINDINGS }, (_, place) => (
        <div key={place} className="finding-to-come" />
      ))}
    </div>
  );
}

function Words({ finding }: { finding: Finding }) {
  const { t, say } = useWords();
  return (
    <>
      <span className="finding-icon" aria-hidden="true">
        {ICONS[finding.outcome]}
      </span>
      <span className="finding-words">
        <span className="finding-outcome">
          {t(`outcome.${finding.outcome}`)}
          {finding.page !== null && <span className="finding-page">{t('viewer.page', { page: finding.page })}</span>}
        </span>
        {say(finding.text)}
      </span>
    </>
  );
}
