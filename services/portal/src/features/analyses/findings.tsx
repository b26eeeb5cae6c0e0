import type { AnalysisFinding } from '@aigaq/api';
import { useWords } from '../../texts/words.js';
import { Tag } from '../../ui/tag.js';
import { findingText } from './said.js';

/** What is wrong with the days, or to be known about them. */
export function Findings({ findings }: { findings: AnalysisFinding[] }) {
  const words = useWords();
  return (
    <ul className="analysis-findings" aria-label={words.t('analyses.findings')}>
      {findings.map((finding) => (
        <li key={`${finding.code} ${JSON.stringify(finding.data)}`}>
          <Tag tone={finding.severity === 'refused' ? 'bad' : 'watch'}>{words.t(`analyses.severity.${finding.severity}`)}</Tag> {findingText(finding, words)}
        </li>
      ))}
    </ul>
  );
}
