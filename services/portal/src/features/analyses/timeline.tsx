import type { AnalysisStepView, AnalysisView } from '@aigaq/api';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../../texts/words.js';
import { Tag, type Tone } from '../../ui/tag.js';
import { reasonText, stepName } from './said.js';
import { TimelineBar } from './timeline-bar.js';

const TONES: Record<AnalysisStepView['state'], Tone> = { ahead: 'plain', today: 'watch', overdue: 'bad', 'on-time': 'good', late: 'watch' };

interface TimelineProps {
  analysis: AnalysisView;
  onRecord: (step: AnalysisStepView) => void;
}

/** The steps of the chain up to publication, in order; then the quarters of the year of monitoring. */
export function Timeline({ analysis, onRecord }: TimelineProps) {
  const { t } = useWords();
  const main = analysis.steps.filter(({ period }) => period === null);
  const quarterly = analysis.steps.filter(({ period }) => period !== null);
  const mayRecord = analysis.allowed.includes('record');
  const item = (step: AnalysisStepView) => <StepItem key={step.key} step={step} mayRecord={mayRecord} onRecord={() => onRecord(step)} />;
  return (
    <>
      <section className="block" aria-labelledby="timeline">
        <h2 id="timeline">{t('analyses.timeline')}</h2>
        <TimelineBar analysis={analysis} />
        <ol className="timeline">{main.map(item)}</ol>
      </section>
      {quarterly.length > 0 && (
        <section className="block" aria-labelledby="monitoring">
          <h2 id="monitoring">{t('analyses.monitoring')}</h2>
          <p className="muted">{t('analyses.monitoringText')}</p>
          <ol className="timeline">{quarterly.map(item)}</ol>
        </section>
      )}
    </>
  );
}

function StepItem({ step, mayRecord, onRecord }: { step: AnalysisStepView; mayRecord: boolean; onRecord: () => void }) {
  const words = useWords();
  const { t } = words;
  const { doneOn, state, assignmentId } = step;
  const name = stepName(step, words);
  const act = t(doneOn === null ? 'analyses.record.act' : 'analyses.correct.act');
  return (
    <li className={`timeline-step is-${state}`}>
      <p className="timeline-head">
        <strong>{name}</strong> <span className="job-code">{step.subtask}</span> <Tag tone={TONES[state]}>{t(`analyses.states.${state}`)}</Tag>
      </p>
      <Due step={step} />
      <p className="muted small">{reasonText(step, words)}</p>
      {doneOn !== null && <Done step={step} doneOn={doneOn} />}
      <p className="row-acts">
        {assignmentId !== null && <Link to={`/assignments/${encodeURIComponent(assignmentId)}`}>{t('analyses.assignment')}</Link>}
        {mayRecord && (step.isRecordable || doneOn !== null) && (
          <Button size="small" onClick={onRecord} aria-label={`${name}: ${act}`}>
            {act}
          </Button>
        )}
      </p>
    </li>
  );
}

function Due({ step: { dueOn, doneOn, isProvisional } }: { step: AnalysisStepView }) {
  const { t, day } = useWords();
  return (
    <p>
      {dueOn === null ? t('analyses.notYet') : <time dateTime={dueOn}>{t('analyses.by', { day: day(dueOn) })}</time>}
      {isProvisional && doneOn === null && <span className="muted small"> · {t('analyses.provisional')}</span>}
    </p>
  );
}

function Done({ step: { doneBy, link, remark }, doneOn }: { step: AnalysisStepView; doneOn: string }) {
  const { t, day } = useWords();
  return (
    <p>
      {t('analyses.doneOn', { day: day(doneOn), name: doneBy?.name ?? '' })}
      {link !== null && (
        <>
          {' '}
          <a href={link} target="_blank" rel="noreferrer">
            {t('analyses.publication')}
          </a>
        </>
      )}
      {remark !== null && <span className="muted"> {remark}</span>}
    </p>
  );
}
