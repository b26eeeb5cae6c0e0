import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  ExclamationCircleOutlined,
  EyeOutlined,
  FieldTimeOutlined,
  FileDoneOutlined,
  HourglassOutlined,
  LockOutlined,
  MinusCircleOutlined,
  RollbackOutlined,
  UserOutlined,
} from '@ant-design/icons';
import type { AssignmentRow, AssignmentStatus } from '@aigaq/api';
import type { ReactNode } from 'react';
import { useWords } from '../../texts/words.js';
import { Tag, type Tone } from '../../ui/tag.js';

const WORK: Record<AssignmentStatus, Tone> = { open: 'plain', 'in-review': 'info', returned: 'watch', accepted: 'good', 'not-applicable': 'plain' };

const WORK_ICONS: Partial<Record<AssignmentStatus, ReactNode>> = { returned: <RollbackOutlined />, 'not-applicable': <MinusCircleOutlined /> };

/** State of the work; the machine's finding and the reviewer's verdict are told apart from it. */
export function WorkTag({ status }: { status: AssignmentStatus }) {
  const { t } = useWords();
  return (
    <Tag tone={WORK[status]} icon={WORK_ICONS[status]}>
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

/** Handed in with the statement that there are no facts. */
export function ZeroCaseTag({ zeroCase }: Pick<AssignmentRow, 'zeroCase'>) {
  const { t } = useWords();
  return zeroCase ? (
    <Tag tone="info" icon={<FileDoneOutlined />}>
      {t('zeroCase.tag')}
    </Tag>
  ) : null;
}

/** What is asked for and not decided yet. */
export function RequestTag({ request }: Pick<AssignmentRow, 'request'>) {
  const { t } = useWords();
  return request === null ? null : (
    <Tag tone="watch" icon={<HourglassOutlined />}>
      {t(`request.waits.${request}`)}
    </Tag>
  );
}

/** Who has taken the case. */
export function HolderTag({ holder }: Pick<AssignmentRow, 'holder'>) {
  const { t } = useWords();
  return holder === null ? null : (
    <Tag icon={<UserOutlined />}>
      {t('chain.holder', { name: holder.name })}
    </Tag>
  );
}

type Due = Pick<AssignmentRow, 'status' | 'dueOn' | 'extendedTo' | 'punctuality' | 'workingDaysLeft'>;

// On time, on time by extension and late are told apart by words and signs, not by colour alone.
const TIMING_ICONS: Partial<Record<AssignmentRow['punctuality'], ReactNode>> = {
  'on-time': <CheckCircleOutlined aria-hidden="true" />,
  'on-time-extended': <FieldTimeOutlined aria-hidden="true" />,
  late: <ExclamationCircleOutlined aria-hidden="true" />,
};

/** The due day with the words for how far it is; beside an extension the day of the card stays. */
export function DueDay({ row }: { row: Due }) {
  const { t, day } = useWords();
  return (
    <span className="due">
      <time dateTime={row.dueOn} className={row.extendedTo === null ? '' : 'due-former'}>
        {day(row.dueOn)}
      </time>
      {row.extendedTo !== null && <time dateTime={row.extendedTo}>{t('due.extendedTo', { day: day(row.extendedTo) })}</time>}
      <span className={`due-words ${toneOf(row)}`}>
        {TIMING_ICONS[row.punctuality] ?? <ClockCircleOutlined aria-hidden="true" />} {t(dueKey(row), { count: Math.abs(row.workingDaysLeft) })}
      </span>
    </span>
  );
}

function toneOf({ punctuality, workingDaysLeft, status }: Due): string {
  if (punctuality === 'not-applicable') {
    return '';
  }
  if (status === 'accepted' && punctuality !== 'late') {
    return 'is-good';
  }
  if (punctuality === 'on-time' || punctuality === 'on-time-extended') {
    return 'is-good';
  }
  if (punctuality === 'overdue' || punctuality === 'late') {
    return 'is-bad';
  }
  return workingDaysLeft <= 5 ? 'is-watch' : '';
}

function dueKey({ punctuality, workingDaysLeft }: Due): string {
  if (punctuality !== 'overdue' && punctuality !== 'not-due') {
    return `due.${punctuality}`;
  }
  if (punctuality === 'overdue') {
    return workingDaysLeft === 0 ? 'due.over' : 'due.overdue';
  }
  return workingDaysLeft <= 0 ? 'due.today' : 'due.left';
}
