import type { AssignmentRow, BulkAct, BulkView } from '@aigaq/api';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { Failure } from '../../ui/states.js';
import { useBulk } from './bulk.js';
import { BulkDialog } from './bulk-dialog.js';

const ACTS = ['take', 'pass-on', 'accept', 'return'] as const;
const UNDO_MILLISECONDS = 60_000;
/** What can be taken back. */
const UNDOABLE: readonly BulkAct[] = ['pass-on', 'accept', 'return'];

interface BulkBarProps {
  /** The rows that are chosen. */
  rows: AssignmentRow[];
  onDone: () => void;
}

/** Acts on all chosen rows: first it is told what would happen to each, then what did; for a minute it can be taken back. */
export function BulkBar({ rows, onDone }: BulkBarProps) {
  const { t } = useWords();
  const announce = useAnnounce();
  const bulk = useBulk();
  const [act, setAct] = useState<(typeof ACTS)[number] | null>(null);
  const [done, setDone] = useState<{ act: BulkAct; view: BulkView } | null>(null);
  const doneRows = (done?.view.items ?? []).filter(({ outcome }) => outcome === 'done').map(({ id }) => ({ id, steps: 0 }));
  const mayUndo = useForAMinute(done !== null && UNDOABLE.includes(done.act) && doneRows.length > 0 ? done.view : null);
  const finish = (name: BulkAct, view: BulkView): void => {
    const count = view.items.filter(({ outcome }) => outcome === 'done').length;
    announce(t('bulk.done', { count }));
    setDone({ act: name, view });
    setAct(null);
    onDone();
  };
  const undo = (): void => bulk.mutate({ act: 'undo', rows: doneRows, dryRun: false }, { onSuccess: (view) => finish('undo', view) });
  return (
    <section className="bulk-bar" aria-label={t('bulk.title')}>
      <div className="act-row">
        <span role="status">{t('bulk.chosen', { count: rows.length })}</span>
        {ACTS.map((name) => (
          <Button key={name} disabled={rows.length === 0} onClick={() => setAct(name)}>
            {t(`bulk.acts.${name}`)}
          </Button>
        ))}
        {mayUndo && (
          <Button type="primary" loading={bulk.isPending} onClick={undo}>
            {t('bulk.undo', { count: doneRows.length })}
          </Button>
        )}
      </div>
      {bulk.isError && <Failure error={bulk.error} />}
      {act !== null && <BulkDialog act={act} rows={rows} onClose={() => setAct(null)} onDone={(view) => finish(act, view)} />}
    </section>
  );
}

/** True for a minute after something was done. */
function useForAMinute(what: BulkView | null): boolean {
  const [over, setOver] = useState<BulkView | null>(null);
  useEffect(() => {
    if (what === null) {
      return undefined;
    }
    const timer = setTimeout(() => setOver(what), UNDO_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [what]);
  return what !== null && over !== what;
}
