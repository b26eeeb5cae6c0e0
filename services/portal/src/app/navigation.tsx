import {
  ApartmentOutlined,
  AuditOutlined,
  BarChartOutlined,
  BellOutlined,
  EnvironmentOutlined,
  DiffOutlined,
  CalendarOutlined,
  EyeInvisibleOutlined,
  FieldTimeOutlined,
  FileProtectOutlined,
  InboxOutlined,
  ProfileOutlined,
  SafetyCertificateOutlined,
  SolutionOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { MeView } from '@aigaq/api';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useWords } from '../texts/words.js';
import { type NavigationItem, navigationOf } from './places.js';

const ICONS: Record<NavigationItem['key'], ReactNode> = {
  queue: <InboxOutlined />,
  review: <FileProtectOutlined />,
  overview: <BarChartOutlined />,
  analyses: <FieldTimeOutlined />,
  pictures: <EnvironmentOutlined />,
  compliance: <SafetyCertificateOutlined />,
  card: <ProfileOutlined />,
  changes: <DiffOutlined />,
  calendar: <CalendarOutlined />,
  bodies: <ApartmentOutlined />,
  accounts: <TeamOutlined />,
  recertification: <SolutionOutlined />,
  clearances: <EyeInvisibleOutlined />,
  audit: <AuditOutlined />,
  inbox: <BellOutlined />,
};

export function Navigation({ me }: { me: MeView }) {
  const { t, say } = useWords();
  const bodies = [...new Map(me.memberships.map(({ organisation }) => [organisation.id, organisation])).values()];
  return (
    <nav aria-label={t('nav.main')}>
      <ul className="nav">
        {navigationOf(me).map(({ key, path }) => (
          <li key={key}>
            <NavLink to={path} className="nav-link">
              <span aria-hidden="true">{ICONS[key]}</span>
              {t(`nav.${key}`)}
            </NavLink>
          </li>
        ))}
      </ul>
      <p className="nav-bodies">
        <span className="muted small">{t('nav.body')}</span>
        {bodies.map((body) => (
          <span key={body.id}>{say(body.name)}</span>
        ))}
      </p>
    </nav>
  );
}
