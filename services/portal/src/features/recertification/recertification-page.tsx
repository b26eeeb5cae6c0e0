import type { RecertificationView } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useMay } from '../../api/people.js';
import { useWords } from '../../texts/words.js';
import { Page } from '../../ui/page.js';
import { usePeriodName } from '../../ui/period.js';
import { Empty, Loaded, SkeletonLines } from '../../ui/states.js';
import { BeginDialog } from './begin-dialog.js';
import { CampaignHead } from './campaign-head.js';
import { Questions } from './questions.js';
import { campaignsQuery } from './recertification.js';

/** Once a quarter: who still needs the access, asked of those who answer for the bodies. */
export function RecertificationPage() {
  const { t } = useWords();
  const may = useMay();
  const campaigns = useQuery(campaignsQuery);
  const [isBeginning, setBeginning] = useState(false);
  return (
    <Page
      title={t('recertification.title')}
      lead={t('recertification.lead')}
      actions={may('recertification.begin') && <Button onClick={() => setBeginning(true)}>{t('recertification.begin.act')}</Button>}
    >
      <Loaded query={campaigns} skeleton={<SkeletonLines lines={8} height={52} />}>
        {(all) => (all.length === 0 ? <Empty title={t('recertification.empty')} text={t('recertification.emptyText')} /> : <Campaigns all={all} />)}
      </Loaded>
      {isBeginning && <BeginDialog onClose={() => setBeginning(false)} />}
    </Page>
  );
}

/** The one that runs is shown first; former ones can be looked at. */
function Campaigns({ all }: { all: RecertificationView[] }) {
  const { t } = useWords();
  const periodName = usePeriodName();
  const [params, setParams] = useSearchParams();
  const running = all.find(({ status }) => status === 'open') ?? all[0];
  const shown = all.find(({ id }) => id === params.get('campaign')) ?? running;
  return shown === undefined ? null : (
    <>
      {all.length > 1 && (
        <div className="filters">
          <label className="filter">
            <span>{t('recertification.campaign')}</span>
            <Select
              value={shown.id}
              onChange={(campaign) => setParams({ campaign }, { replace: true })}
              popupMatchSelectWidth={false}
              options={all.map(({ id, quarter, status }) => ({ value: id, label: `${periodName(quarter)} — ${t(`recertification.statuses.${status}`)}` }))}
            />
          </label>
        </div>
      )}
      <CampaignHead campaign={shown} />
      <Questions key={shown.id} campaign={shown} />
    </>
  );
}
