import type { AccountRow, MembershipView } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { meQuery, useMay } from '../../api/people.js';
import { useWords } from '../../texts/words.js';
import { Tag, type Tone } from '../../ui/tag.js';
import { cardPath } from '../bodies/bodies.js';
import { Days } from '../bodies/body-history.js';
import { AccountActs } from './account-acts.js';
import { personPath } from './accounts.js';
import { EndRoleDialog, HandOverDialog } from './role-dialogs.js';

const TONES: Record<AccountRow['status'], Tone> = { invited: 'watch', active: 'good', deactivated: 'plain' };

interface AccountCardProps {
  account: AccountRow;
  /** The body on whose card it stands: its roles come first and need not name it. */
  bodyId?: string;
}

/** A person: state of the account, roles with days, and what may be done. */
export function AccountCard({ account, bodyId }: AccountCardProps) {
  const { t } = useWords();
  const may = useMay();
  const { data: me } = useQuery(meQuery);
  const title = useId();
  const { name, username, email, memberships } = account;
  const here = memberships.filter(({ organisation }) => bodyId === undefined || organisation.id === bodyId);
  const elsewhere = memberships.length - here.length;
  return (
    <li className="card" aria-labelledby={title}>
      <div className="card-head">
        <div className="grow">
          <h2 id={title}>
            <Link to={personPath(account.id)}>{name}</Link>
          </h2>
          <p className="muted small wrap">
            {username} · {email}
          </p>
        </div>
        <States account={account} />
      </div>
      <Roles memberships={here} isNamed={bodyId === undefined} />
      {elsewhere > 0 && <p className="muted small">{t('accounts.elsewhere', { number: elsewhere })}</p>}
      {may('accounts.manage') && me?.id !== account.id && <AccountActs account={account} labelledBy={title} />}
    </li>
  );
}

function States({ account: { status, provisioned } }: { account: AccountRow }) {
  const { t } = useWords();
  return (
    <span className="row wrap-row">
      <Tag tone={TONES[status]}>{t(`accounts.statuses.${status}`)}</Tag>
      {!provisioned && <Tag tone="info">{t('accounts.waiting')}</Tag>}
    </span>
  );
}

type Shown = { act: 'end' | 'hand-over'; membership: MembershipView };

function Roles({ memberships, isNamed }: { memberships: MembershipView[]; isNamed: boolean }) {
  const { t } = useWords();
  const [shown, setShown] = useState<Shown | null>(null);
  const close = (): void => setShown(null);
  if (memberships.length === 0) {
    return <p className="muted">{t('accounts.noRoles')}</p>;
  }
  const inOrder = [...memberships.filter(({ inForce }) => inForce), ...memberships.filter(({ inForce }) => !inForce)];
  return (
    <>
      <ul className="holders">
        {inOrder.map((membership) => (
          <Role key={membership.id} membership={membership} isNamed={isNamed} onAct={(act) => setShown({ act, membership })} />
        ))}
      </ul>
      {shown?.act === 'end' && <EndRoleDialog membership={shown.membership} onClose={close} />}
      {shown?.act === 'hand-over' && <HandOverDialog membership={shown.membership} onClose={close} />}
    </>
  );
}

interface RoleProps {
  membership: MembershipView;
  isNamed: boolean;
  onAct: (act: Shown['act']) => void;
}

function Role({ membership, isNamed, onAct }: RoleProps) {
  const { t, say } = useWords();
  const { role, organisation, inForce, mayEnd, person } = membership;
  const named = { role: t(`roles.${role}`), name: person.name };
  return (
    <li className={inForce ? 'holder' : 'holder is-past'}>
      <div className="grow">
        <strong>{t(`roles.${role}`)}</strong> {!inForce && <Tag>{t('accounts.notInForce')}</Tag>}
        <p className="muted small">
          {isNamed && (
            <>
              <Link to={cardPath(organisation.id)}>{say(organisation.name)}</Link>
              {' · '}
            </>
          )}
          <Days {...membership} />
        </p>
      </div>
      {mayEnd && (
        <span className="row wrap-row">
          <Button size="small" onClick={() => onAct('hand-over')} aria-label={t('accounts.handOver.of', named)}>
            {t('accounts.handOver.act')}
          </Button>
          <Button size="small" danger onClick={() => onAct('end')} aria-label={t('accounts.end.of', named)}>
            {t('accounts.end.act')}
          </Button>
        </span>
      )}
    </li>
  );
}
