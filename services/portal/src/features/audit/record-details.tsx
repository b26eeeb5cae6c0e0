import type { AuditRecordView, ChangeView } from '@aigaq/api';
import { useWords } from '../../texts/words.js';
import { DataTable } from '../../ui/data-table.js';
import { valueText } from './sentence.js';

function Changes({ changes }: { changes: ChangeView[] }) {
  const words = useWords();
  const { t, coded } = words;
  return (
    <DataTable
      caption={t('audit.changes')}
      rows={changes}
      rowKey={({ field }) => field}
      columns={[
        { key: 'field', title: t('audit.field'), cell: ({ field }) => coded('recordFields', field) },
        { key: 'before', title: t('audit.before'), cell: ({ before }) => <span className="wrap">{valueText(before, words)}</span> },
        { key: 'after', title: t('audit.after'), cell: ({ after }) => <span className="wrap">{valueText(after, words)}</span> },
      ]}
    />
  );
}

/** What changed field by field, why, from where, and where the record stands in its chain. */
export function RecordDetails({ record }: { record: AuditRecordView }) {
  const { t, number } = useWords();
  const facts: [label: string, text: string, isCode: boolean][] = [
    [t('audit.reason'), record.reason ?? '', false],
    [t('audit.whence'), record.from?.address ?? '', true],
    [t('audit.agent'), record.from?.agent ?? '', false],
    [t('audit.recordPlace'), t('audit.place', { partition: record.partition, number: number(record.number) }), false],
    [t('audit.hash'), record.hash, true],
    [t('audit.previousHash'), record.previousHash, true],
    [t('audit.correlation'), record.correlationId, true],
  ];
  return (
    <details className="record">
      <summary>{t('audit.details')}</summary>
      {record.changes.length > 0 && <Changes changes={record.changes} />}
      <dl>
        {facts
          .filter(([, text]) => text !== '')
          .map(([label, text, isCode]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className={isCode ? 'mono wrap' : 'wrap'}>{text}</dd>
            </div>
          ))}
      </dl>
      <pre tabIndex={0} aria-label={t('audit.payload')}>
        {JSON.stringify(record.payload, null, 2)}
      </pre>
    </details>
  );
}
