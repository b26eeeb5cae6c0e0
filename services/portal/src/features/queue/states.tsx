import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  EyeOutlined,
  LockOutlined,
  RollbackOutlined,
} from '@ant-design/icons';
import type { AssignmentRow, AssignmentStatus } from '@aigaq/api';
import { useWords } from '../../texts/words.js';
import { Tag, type Tone } from '../../ui/tag.js';

const WORK: Record<AssignmentStatus, Tone> = { open: 'plain', 'in-review': 'info', returned: 'watch', accepted: 'good' };

/** State of the work; the machine's finding and the reviewer's verdict are told apart from it. */
export function WorkTag({ status }: { status: AssignmentStatus }) {
  const { t } = useWords();
  return (
    <Tag tone={WORK[status]} icon={status === 'returned' ? <RollbackOutlined /> : undefined}>
      {t(`status.${status}`)}
    </Tag>
  );
}

const MACHINE = {
  passed: { tone: 'good', icon: <CheckCircleOutlined /> },
  person: { tone: 'watch', icon: <EyeOutlined /> },
  failed: { tone: 'bad', icon: <CloseCircleOutlined /> },
} as const;

export function MachineTag({ verdict }: { verdict: keyof typeof MACHINE | null }) {
  const { t } = useWords();
  return verdict === null ? (
    <span className="muted small">{t('verdict.none')}</span>
  ) : (
    <Tag tone={MACHINE[verdict].tone} icon={MACHINE[verdict].icon}>
      {t(`verdict.${verdict}`)}
    </Tag>
  );
}

/** Why something is secret; nothing when it is not. */
export function SecrecyTag({ secrecy }: Pick<AssignmentRow, 'secrecy'>) {
  const { t } = useWords();
  return secrecy === 'none' ? null : (
    <Tag tone="bad" icon={<LockOutlined />}>
      {t(`secrecy.${secrecy}`)}
    </Tag>
  );
}

type Due = Pick<AssignmentRow, 'status' | 'dueOn' | 'punctuality' | 'workingDaysLeft'>;

/** The due day with the words for how far it is. */
export function DueDay({ row }: { row: Due }) {
  const { t, day } = useWords();
  return (
    <span className="due">
      <time dateTime={row.dueOn}>{day(row.dueOn)}</time>
      <span className={`due-words ${toneOf(row)}`}>
        <ClockCircleOutlined aria-hidden="true" /> {t(dueKey(row), { count: Math.abs(row.workingDaysLeft) })}
      </span>
    </span>
  );
}

function toneOf({ punctuality, workingDaysLeft, status }: Due): string {
  if (status === 'accepted' || punctuality === 'on-time') {
    return 'is-good';
  }
  if (punctuality === 'overdue' || punctuality === 'late') {
    return 'is-bad';
  }
  return workingDaysLeft <= 5 ? 'is-watch' : '';
}

function dueKey({ punctuality, workingDaysLeft }: Due): string {
  if (punctuality === 'on-time' || punctuality === 'late') {
    return `due.${punctuality}`;
  }
  if (punctuality === 'overdue') {
    return workingDaysLeft === 0 ? 'due.over' : 'due.overdue';
  }
  return workingDaysLeft <= 0 ? 'due.today' : 'due.left';
}
