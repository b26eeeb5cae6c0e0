import type { ExposedPosition, PositionsView } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useWords } from '../../texts/words.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { Empty, Loaded, SkeletonLines } from '../../ui/states.js';
import { analysisPath, positionsQuery } from './analyses.js';
import { PositionDialog, RemoveDialog } from './position-dialogs.js';

/** The positions that the analysis found to be exposed to corruption risks: each with its risk and the measure against it. */
export function PositionsPage() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const query = useQuery(positionsQuery(id));
  return (
    <Loaded query={query} title={t('positions.title')} skeleton={<SkeletonLines lines={8} height={66} />}>
      {(view) => <Positions view={view} />}
    </Loaded>
  );
}

type Dialog = { kind: 'write' | 'remove'; number: number };

function Positions({ view }: { view: PositionsView }) {
  const { t } = useWords();
  const [dialog, setDialog] = useState<Dialog>();
  const close = (): void => setDialog(undefined);
  const { analysisId, positions, mayList } = view;
  return (
    <Page
      title={t('positions.title')}
      lead={t('positions.lead')}
      crumbs={[
        { to: '/analyses', text: t('analyses.title') },
        { to: analysisPath(analysisId), text: t('positions.analysis') },
      ]}
    >
      {mayList && (
        <div className="panel-acts">
          <Button type="primary" onClick={() => setDialog({ kind: 'write', number: positions.length })}>
            {t('positions.add.act')}
          </Button>
        </div>
      )}
      {positions.length === 0 ? (
        <Empty title={t('positions.empty')} text={t('positions.emptyText')} />
      ) : (
        <PositionsTable positions={positions} onAct={mayList ? (kind, number) => setDialog({ kind, number }) : undefined} />
      )}
      {dialog?.kind === 'write' && <PositionDialog view={view} number={dialog.number} onClose={close} />}
      {dialog?.kind === 'remove' && <RemoveDialog view={view} number={dialog.number} onClose={close} />}
    </Page>
  );
}

interface PositionsTableProps {
  positions: ExposedPosition[];
  onAct: ((kind: Dialog['kind'], number: number) => void) | undefined;
}

function PositionsTable({ positions, onAct }: PositionsTableProps) {
  const { t } = useWords();
  const rows = positions.map((position, number) => ({ ...position, number }));
  const acts = {
    key: 'acts',
    title: t('positions.acts'),
    cell: ({ position, number }: (typeof rows)[number]) => (
      <span className="row-acts">
        {(['write', 'remove'] as const).map((kind) => (
          <Button key={kind} size="small" onClick={() => onAct?.(kind, number)} aria-label={`${position}: ${t(`positions.${kind}.act`)}`}>
            {t(`positions.${kind}.act`)}
          </Button>
        ))}
      </span>
    ),
  };
  return (
    <DataTable
      caption={t('positions.title')}
      rows={rows}
      rowKey={({ number }) => String(number)}
      columns={[
        {
          key: 'position',
          title: t('positions.position'),
          isWide: true,
          cell: ({ position, unit }) => (
            <>
              <strong>{position}</strong>
              <span className="muted small analysis-under">{unit}</span>
            </>
          ),
        },
        {
          key: 'function',
          title: t('positions.function'),
          isWide: true,
          cell: (row) => (
            <>
              {row.function}
              <span className="muted small analysis-under">{row.regulation}</span>
            </>
          ),
        },
        { key: 'risk', title: t('positions.risk'), isWide: true, cell: ({ risk }) => risk },
        { key: 'measure', title: t('positions.measure'), isWide: true, cell: ({ measure }) => measure },
        ...(onAct === undefined ? [] : [acts]),
      ]}
    />
  );
}
