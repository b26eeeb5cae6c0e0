import type { AnalysisStepView, AnalysisView } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useWords } from '../../texts/words.js';
import { Page } from '../../ui/page.js';
import { Loaded, SkeletonLines } from '../../ui/states.js';
import { Tag } from '../../ui/tag.js';
import { analysisPath, analysisQuery, TONES } from './analyses.js';
import { CancelDialog, RecordDialog, ReplanDialog } from './analysis-dialogs.js';
import { AnalysisHistory } from './analysis-history.js';
import { Findings } from './findings.js';
import { Timeline } from './timeline.js';

/** One analysis: its days, the chain that follows from them, and what became of each date. */
export function AnalysisPage() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const query = useQuery(analysisQuery(id));
  return (
    <Loaded query={query} title={t('analyses.title')} skeleton={<SkeletonLines lines={12} height={52} />}>
      {(analysis) => <Analysis key={analysis.id} analysis={analysis} />}
    </Loaded>
  );
}

type Dialog = { kind: 'replan' } | { kind: 'cancel' } | { kind: 'record'; step: AnalysisStepView };

function Analysis({ analysis }: { analysis: AnalysisView }) {
  const { t, say } = useWords();
  const [dialog, setDialog] = useState<Dialog>();
  const { id, organisation, object, kind, team, findings, steps, history, allowed } = analysis;
  return (
    <Page
      crumbs={[{ to: '/analyses', text: t('analyses.title') }]}
      over={`${t(`analyses.kinds.${kind}`)} · ${say(organisation.name)}`}
      title={object}
      lead={<Lead analysis={analysis} />}
      actions={kind === 'internal' && <Link to={`${analysisPath(id)}/positions`}>{t('positions.link', { count: analysis.positions })}</Link>}
    >
      {allowed.includes('replan') && (
        <div className="panel-acts">
          <Button onClick={() => setDialog({ kind: 'replan' })}>{t('analyses.replan.open')}</Button>
          <Button danger onClick={() => setDialog({ kind: 'cancel' })}>
            {t('analyses.cancel.open')}
          </Button>
        </div>
      )}
      {findings.length > 0 && <Findings findings={findings} />}
      {steps.length > 0 && <Timeline analysis={analysis} onRecord={(step) => setDialog({ kind: 'record', step })} />}
      {team.length > 0 && <Team team={team} />}
      <AnalysisHistory history={history} />
      {dialog !== undefined && <Asked dialog={dialog} analysis={analysis} onClose={() => setDialog(undefined)} />}
    </Page>
  );
}

function Asked({ dialog, analysis, onClose }: { dialog: Dialog; analysis: AnalysisView; onClose: () => void }) {
  switch (dialog.kind) {
    case 'replan':
      return <ReplanDialog analysis={analysis} onClose={onClose} />;
    case 'cancel':
      return <CancelDialog analysis={analysis} onClose={onClose} />;
    default:
      return <RecordDialog analysis={analysis} step={dialog.step} onClose={onClose} />;
  }
}

function Lead({ analysis: { status, start, end, workingDays } }: { analysis: AnalysisView }) {
  const { t, day } = useWords();
  return (
    <>
      <Tag tone={TONES[status]}>{t(`analyses.status.${status}`)}</Tag> {t('analyses.fromTo', { start: day(start), end: day(end) })}
      {workingDays !== null && `, ${t('analyses.length', { count: workingDays })}`}
    </>
  );
}

function Team({ team }: { team: AnalysisView['team'] }) {
  const { t } = useWords();
  return (
    <section className="block" aria-labelledby="team">
      <h2 id="team">{t('analyses.team')}</h2>
      <ul className="plain-list">
        {team.map(({ name, position }) => (
          <li key={`${name} ${position}`}>
            {name}, <span className="muted">{position}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
