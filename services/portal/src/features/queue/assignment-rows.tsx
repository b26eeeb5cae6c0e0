import type { AssignmentRow } from '@aigaq/api';
import { Checkbox } from 'antd';
import { Link } from 'react-router';
import { usePeriodName } from '../../ui/period.js';
import { useWords } from '../../texts/words.js';
import { DueDay, HolderTag, MachineTag, RequestTag, SecrecyTag, WorkTag, ZeroCaseTag } from './states.js';

interface Choosing {
  ids: ReadonlySet<string>;
  onChoose: (id: string, isChosen: boolean) => void;
}

function Row({ row, choosing }: { row: AssignmentRow; choosing: Choosing | undefined }) {
  const { t, say } = useWords();
  const periodName = usePeriodName();
  return (
    <li className="job">
      <span className="job-code">
        {choosing !== undefined && (
          <Checkbox
            checked={choosing.ids.has(row.id)}
            disabled={row.masked}
            aria-label={t('bulk.choose', { subtask: row.subtask, name: say(row.organisation.name) })}
            onChange={({ target }) => choosing.onChoose(row.id, target.checked)}
          />
        )}{' '}
        {row.subtask}
      </span>
      <div className="job-what">
        <Link to={`/assignments/${encodeURIComponent(row.id)}`} className={row.masked ? 'job-link is-masked' : 'job-link'}>
          {row.masked ? t('secrecyPage.masked') : say(row.title)}
        </Link>
        <p className="job-where">
          <span>{say(row.organisation.name)}</span>
          <span>{periodName(row.period)}</span>
          {row.reviewer !== null && row.status === 'in-review' && (
            <span>{t('queue.waitsFor', { name: say(row.reviewer.name) })}</span>
          )}
        </p>
      </div>
      <div className="job-states">
        <WorkTag status={row.status} />
        {row.masked ? null : <MachineTag verdict={row.machineVerdict} />}
        <ZeroCaseTag zeroCase={row.zeroCase} />
        <RequestTag request={row.request} />
        <HolderTag holder={row.holder} />
        <SecrecyTag secrecy={row.secrecy} />
      </div>
      <DueDay row={row} />
    </li>
  );
}

/** @param choosing where rows can be chosen for one act on many; what is masked cannot */
export function AssignmentRows({ rows, label, choosing }: { rows: AssignmentRow[]; label: string; choosing?: Choosing }) {
  return (
    <ul className="jobs" aria-label={label}>
      {rows.map((row) => (
        <Row key={row.id} row={row} choosing={choosing} />
      ))}
    </ul>
  );
}
