import type { CalendarYearView } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { useMay } from '../../api/people.js';
import { today } from '../../texts/dates.js';
import { useWords } from '../../texts/words.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { Loaded, SkeletonLines } from '../../ui/states.js';
import { Tag } from '../../ui/tag.js';
import { yearQuery, yearsQuery } from './calendar.js';
import { type SpecialDay, specialDays } from './days.js';
import { YearMonths } from './year-months.js';

/** The working days of a year: what is off, why, and by which paper. */
export function CalendarPage() {
  const { t } = useWords();
  const { year = today(new Date()).slice(0, 4) } = useParams();
  const navigate = useNavigate();
  const may = useMay();
  const years = useQuery(yearsQuery);
  const query = useQuery(yearQuery(year));
  const change = may('calendar.manage') && (
    <Link to={`/calendar/${year}/decree`}>
      {t('calendar.change')}
    </Link>
  );
  return (
    <Page title={t('calendar.titleOf', { year })} lead={t('calendar.lead')} actions={change}>
      <div className="filters calendar-years">
        <Segmented
          aria-label={t('calendar.year')}
          value={year}
          onChange={(chosen) => void navigate(`/calendar/${chosen}`)}
          options={(years.data ?? []).map((row) => ({ value: String(row.year), label: row.isForecast ? t('calendar.forecastYear', { year: row.year }) : String(row.year) }))}
        />
      </div>
      <Loaded query={query} skeleton={<SkeletonLines lines={12} height={52} />}>
        {(view) => <Year key={view.year} view={view} />}
      </Loaded>
    </Page>
  );
}

function Year({ view }: { view: CalendarYearView }) {
  const { t, number } = useWords();
  const special = specialDays(view);
  return (
    <div className="stack">
      {view.recounted !== null && (
        <p className="notice-good" role="status">
          {t('calendar.recounting', { number: number(view.recounted) })}
        </p>
      )}
      <dl className="standing">
        <div>
          <dt>{t('calendar.workingDays')}</dt>
          <dd className="figure">{number(view.workingDays)}</dd>
        </div>
        <div>
          <dt>{t('calendar.version')}</dt>
          <dd>{t('calendar.versionIs', { version: view.version })}</dd>
        </div>
        <div>
          <dt>{t('calendar.state')}</dt>
          <dd>
            <Tag tone={view.isForecast ? 'watch' : 'good'}>{t(view.isForecast ? 'calendar.forecast' : 'calendar.certain')}</Tag>
          </dd>
        </div>
      </dl>
      {view.isForecast && <p className="muted">{t('calendar.forecastMeans')}</p>}
      <YearMonths year={view.year} special={special} />
      <SpecialDays days={special} />
      <Versions view={view} />
    </div>
  );
}

/** The same in words. */
function SpecialDays({ days }: { days: SpecialDay[] }) {
  const { t, day, say } = useWords();
  const why = ({ name, other }: SpecialDay): string => [name && say(name), other && t('calendar.insteadOf', { day: day(other) })].filter(Boolean).join(' · ');
  return (
    <section className="block" aria-labelledby="special-days">
      <h2 id="special-days">{t('calendar.special')}</h2>
      <DataTable
        caption={t('calendar.special')}
        rows={days}
        rowKey={(row) => row.day}
        columns={[
          { key: 'day', title: t('calendar.day'), cell: (row) => <time dateTime={row.day}>{day(row.day)}</time> },
          { key: 'kind', title: t('calendar.kind'), cell: ({ kind }) => <Tag tone={kind === 'worked' ? 'info' : 'accent'}>{t(`calendar.kinds.${kind}`)}</Tag> },
          { key: 'why', title: t('calendar.why'), isWide: true, cell: (row) => why(row) || '—' },
        ]}
      />
    </section>
  );
}

function Versions({ view: { versions } }: { view: CalendarYearView }) {
  const { t, moment } = useWords();
  return (
    <section className="block" aria-labelledby="calendar-versions">
      <h2 id="calendar-versions">{t('calendar.versions')}</h2>
      <DataTable
        caption={t('calendar.versions')}
        rows={versions}
        rowKey={({ version }) => String(version)}
        columns={[
          { key: 'version', title: t('calendar.version'), isNumber: true, cell: ({ version }) => version },
          { key: 'source', title: t('calendar.source'), isWide: true, cell: ({ source }) => <span className="wrap">{source}</span> },
          { key: 'by', title: t('calendar.importedBy'), cell: ({ importedBy }) => importedBy?.name ?? t('calendar.withProduct') },
          { key: 'at', title: t('calendar.importedAt'), cell: ({ importedAt }) => moment(importedAt) },
        ]}
      />
    </section>
  );
}
