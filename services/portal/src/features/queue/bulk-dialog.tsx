import type { AssignmentRow, BulkAct, BulkView, ReturnReason } from '@aigaq/api';
import { Modal, Select } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useWords } from '../../texts/words.js';
import { Failure, SkeletonLines } from '../../ui/states.js';
import { TextField } from '../../ui/text-field.js';
import { useBulk, type Why } from './bulk.js';

const REASONS: ReturnReason[] = ['not-signed', 'wrong-signatory', 'wrong-document', 'wrong-date', 'incomplete', 'unreadable', 'other'];
const SHORTEST = 3;

interface BulkDialogProps {
  act: Exclude<BulkAct, 'undo'>;
  rows: AssignmentRow[];
  onClose: () => void;
  onDone: (view: BulkView) => void;
}

/** What would happen to each of the chosen, and the button that does it. */
export function BulkDialog({ act, rows, onClose, onDone }: BulkDialogProps) {
  const { t } = useWords();
  const trial = useBulk();
  const real = useBulk();
  const [reason, setReason] = useState<ReturnReason>('other');
  const [remark, setRemark] = useState('');
  const [isOpen, setOpen] = useState(true);
  const isReturn = act === 'return';
  const isShort = isReturn && remark.trim().length < SHORTEST;
  const { mutate } = trial;
  useEffect(() => {
    // Whether it may be returned does not depend on the words of the return.
    mutate({ act, rows, dryRun: true, ...(isReturn && { why: { reason: 'other', remark: '…..' } }) });
  }, [act, rows, isReturn, mutate]);
  const possible = rows.filter(({ id }) => trial.data?.items.some((item) => item.id === id && item.outcome === 'possible'));
  const why: Why = isReturn ? { reason, remark: remark.trim() } : {};
  const go = (): void => real.mutate({ act, rows: possible, dryRun: false, why }, { onSuccess: () => setOpen(false) });
  return (
    <Modal
      open={isOpen}
      title={t(`bulk.acts.${act}`)}
      width={680}
      okText={t('bulk.go', { count: possible.length })}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: possible.length === 0 || isShort, loading: real.isPending }}
      onOk={go}
      // First closed, then taken away: so the focus goes back to the button that opened it.
      onCancel={() => setOpen(false)}
      afterClose={() => (real.data === undefined ? onClose() : onDone(real.data))}
    >
      <div className="stack dialog-form">
        {isReturn && <ReasonFields reason={reason} onReason={setReason} remark={remark} onRemark={setRemark} isTold={isShort && remark !== ''} />}
        {trial.isPending && <SkeletonLines lines={4} />}
        {trial.isError && <Failure error={trial.error} />}
        {trial.data !== undefined && <Trial rows={rows} view={trial.data} />}
        {real.isError && <Failure error={real.error} />}
      </div>
    </Modal>
  );
}

/** Those that are refused are named with the reason; of the others the number is enough. */
function Trial({ rows, view }: { rows: AssignmentRow[]; view: BulkView }) {
  const { t, say } = useWords();
  const others = view.items.filter(({ outcome }) => outcome !== 'possible');
  return (
    <div role="status">
      <p>{t('bulk.possible', { count: view.items.length - others.length, all: view.items.length })}</p>
      {others.length > 0 && (
        <ul className="missing" aria-label={t('bulk.refused')}>
          {others.map(({ id, words }) => {
            const row = rows.find((each) => each.id === id);
            return (
              <li key={id}>
                <strong>
                  {row?.subtask} {row && say(row.organisation.name)}
                </strong>{' '}
                {words ?? t('bulk.unchanged')}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

interface ReasonFieldsProps {
  reason: ReturnReason;
  onReason: (reason: ReturnReason) => void;
  remark: string;
  onRemark: (remark: string) => void;
  isTold: boolean;
}

function ReasonFields({ reason, onReason, remark, onRemark, isTold }: ReasonFieldsProps) {
  const { t } = useWords();
  const id = useId();
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t('return.reason')}</label>
        <Select id={id} value={reason} onChange={onReason} options={REASONS.map((each) => ({ value: each, label: t(`return.reasons.${each}`) }))} />
      </div>
      <TextField label={t('return.remark')} value={remark} onChange={onRemark} maxLength={2000} isRequired isLong told={isTold ? t('return.needRemark') : ''} />
    </>
  );
}
