import type { RiskPictureView } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useWords } from '../../texts/words.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { Empty, Loaded, SkeletonLines } from '../../ui/states.js';
import { Tag } from '../../ui/tag.js';
import { analysisPath } from '../analyses/analyses.js';
import { pictureQuery } from './risk-pictures.js';
import { SectionDialog } from './section-dialog.js';

type Section = RiskPictureView['sections'][number];

/** The picture of risks of one region: exposed positions, risks with their measures, and the map of risks. */
export function PicturePage() {
  const { regionId = '' } = useParams();
  const { t } = useWords();
  const query = useQuery(pictureQuery(regionId));
  return (
    <Loaded query={query} title={t('pictures.title')} skeleton={<SkeletonLines lines={10} height={66} />}>
      {(picture) => <Picture key={picture.regionId} picture={picture} />}
    </Loaded>
  );
}

function Picture({ picture }: { picture: RiskPictureView }) {
  const { t, say } = useWords();
  const [updating, setUpdating] = useState<Section>();
  return (
    <Page title={say(picture.name)} over={t('pictures.title')} crumbs={[{ to: '/risk-pictures', text: t('pictures.title') }]}>
      {picture.sections.map((section) => (
        <SectionBlock key={section.number} section={section} sources={picture.sources} onUpdate={() => setUpdating(section)} />
      ))}
      {updating !== undefined && <SectionDialog picture={picture} section={updating} onClose={() => setUpdating(undefined)} />}
    </Page>
  );
}

function SectionBlock({ section, sources, onUpdate }: { section: Section; sources: RiskPictureView['sources']; onUpdate: () => void }) {
  const { t, say } = useWords();
  const { number, title, description, content, isStale, mayUpdate, rows, entries } = section;
  const heading = `section-${number}`;
  return (
    <section className="block" aria-labelledby={heading}>
      <div className="block-head">
        <h2 id={heading}>{t('pictures.section', { number, title: say(title) })}</h2>
        {mayUpdate && (
          <Button onClick={onUpdate} aria-label={`${say(title)}: ${t('pictures.update.act')}`}>
            {t('pictures.update.act')}
          </Button>
        )}
      </div>
      <p className="muted">{say(description)}</p>
      <p>
        {isStale && <Tag tone="watch">{t('pictures.stale')}</Tag>} <Kept section={section} />
      </p>
      {rows.length === 0 && entries.length === 0 ? (
        <Empty title={t('pictures.empty')} text={t(content === 'entries' ? 'pictures.emptyEntries' : 'pictures.emptyRows')} />
      ) : content === 'entries' ? (
        <Entries section={section} sources={sources} />
      ) : (
        <Rows section={section} />
      )}
    </section>
  );
}

function Kept({ section: { keeper, updatedOn, updatedBy, note } }: { section: Section }) {
  const { t, say, day } = useWords();
  const by = keeper === null ? t('pictures.noKeeper') : t('pictures.keptBy', { name: say(keeper.name) });
  const when = updatedOn === null ? t('pictures.never') : t('pictures.updated', { day: day(updatedOn), name: updatedBy?.name ?? '', note: note ?? '' });
  return (
    <span className="muted small">
      {by} {when}
    </span>
  );
}

function Rows({ section: { title, content, rows } }: { section: Section }) {
  const { t, say } = useWords();
  const numbered = rows.map((row, number) => ({ ...row, number }));
  const what =
    content === 'positions'
      ? [
          { key: 'position', title: t('positions.position'), isWide: true, cell: ({ position }: Section['rows'][number]) => position },
          { key: 'function', title: t('positions.function'), isWide: true, cell: (row: Section['rows'][number]) => row.function },
        ]
      : [
          { key: 'risk', title: t('positions.risk'), isWide: true, cell: ({ risk }: Section['rows'][number]) => risk },
          { key: 'measure', title: t('positions.measure'), isWide: true, cell: ({ measure }: Section['rows'][number]) => measure },
        ];
  return (
    <DataTable
      caption={say(title)}
      rows={numbered}
      rowKey={({ number }) => String(number)}
      columns={[...what, { key: 'body', title: t('pictures.body'), isWide: true, cell: ({ organisation, analysisId }) => <Link to={analysisPath(analysisId)}>{say(organisation.name)}</Link> }]}
    />
  );
}

function Entries({ section: { title, entries }, sources }: { section: Section; sources: RiskPictureView['sources'] }) {
  const { t, say, day } = useWords();
  const sourceOf = (code: string): string => {
    const source = sources.find((each) => each.code === code);
    return source ? say(source.title) : code;
  };
  return (
    <DataTable
      caption={say(title)}
      rows={entries.map((entry, number) => ({ ...entry, number }))}
      rowKey={({ number }) => String(number)}
      columns={[
        { key: 'risk', title: t('positions.risk'), isWide: true, cell: ({ risk }) => risk },
        { key: 'source', title: t('pictures.source'), cell: ({ source }) => sourceOf(source) },
        { key: 'since', title: t('pictures.since'), cell: ({ since }) => day(since) },
      ]}
    />
  );
}
