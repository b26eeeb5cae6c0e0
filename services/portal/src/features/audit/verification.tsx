import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons';
import type { FaultView, VerificationView, VerifyRecords } from '@aigaq/api';
import { useMutation } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { post } from '../../api/client.js';
import { useWords, type Words } from '../../texts/words.js';
import { DataTable } from '../../ui/data-table.js';
import { Failure } from '../../ui/states.js';

const LAST_DAYS = 31;
type Span = 'month' | 'all';

function periodOf(span: Span): VerifyRecords {
  return span === 'all' ? {} : { from: dayjs().subtract(LAST_DAYS, 'day').format('YYYY-MM-DD') };
}

function placeOf({ partition, number, day }: FaultView, { t, number: written, day: dayText }: Words): string {
  const parts = [
    ...(partition === null ? [] : [t('audit.place', { partition, number: written(number ?? 0) })]),
    ...(day === null ? [] : [t('audit.placeOfDay', { day: dayText(day) })]),
  ];
  return parts.length > 0 ? parts.join(', ') : t('audit.placeUnknown');
}

function Result({ ok, records, sealed, brokenAt }: VerificationView) {
  const words = useWords();
  const { t, number, coded } = words;
  if (ok) {
    return (
      <p className="notice-good">
        <CheckCircleOutlined aria-hidden="true" /> {t('audit.whole', { records: number(records), sealed: number(sealed) })}
      </p>
    );
  }
  const fault = brokenAt ?? { reason: 'record', partition: null, number: null, day: null };
  return (
    <p className="notice-bad">
      <WarningOutlined aria-hidden="true" /> {t('audit.broken', { place: placeOf(fault, words), reason: coded('audit.faults', fault.reason) })}
    </p>
  );
}

function Chains({ partitions }: Pick<VerificationView, 'partitions'>) {
  const { t, number } = useWords();
  return (
    <details className="record">
      <summary>{t('audit.byChain')}</summary>
      <DataTable
        caption={t('audit.byChain')}
        rows={partitions}
        rowKey={({ partition }) => String(partition)}
        columns={[
          { key: 'chain', title: t('audit.chainNumber'), isNumber: true, cell: ({ partition }) => partition },
          { key: 'records', title: t('audit.chainRecords'), isNumber: true, cell: ({ records }) => number(records) },
          {
            key: 'state',
            title: t('audit.chainState'),
            cell: ({ brokenAt }) => (brokenAt === null ? t('audit.chainWhole') : t('audit.chainBroken', { number: number(brokenAt) })),
          },
          { key: 'head', title: t('audit.chainHead'), isWide: true, cell: ({ head }) => <span className="mono wrap">{head}</span> },
        ]}
      />
    </details>
  );
}

/** Recomputes the chains and says in words whether they are whole. */
export function Verification() {
  const { t } = useWords();
  const [span, setSpan] = useState<Span>('month');
  const check = useMutation({ mutationFn: () => post<VerificationView>('/api/audit/verification', periodOf(span)) });
  return (
    <section className="block verification" aria-labelledby="chain">
      <div className="block-head">
        <h2 id="chain">{t('audit.chain')}</h2>
        <Select
          aria-label={t('audit.span')}
          value={span}
          onChange={setSpan}
          popupMatchSelectWidth={false}
          options={[
            { value: 'month', label: t('audit.lastMonth') },
            { value: 'all', label: t('audit.wholeTime') },
          ]}
        />
        <Button type="primary" loading={check.isPending} onClick={() => check.mutate()}>
          {t('audit.verify')}
        </Button>
      </div>
      <p className="muted">{t('audit.chainText')}</p>
      <div role="status">{check.data && <Result {...check.data} />}</div>
      {check.data && check.data.partitions.length > 0 && <Chains partitions={check.data.partitions} />}
      {check.isError && <Failure error={check.error} onRetry={() => check.mutate()} />}
    </section>
  );
}
