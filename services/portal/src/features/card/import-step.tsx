import type { EditionView, ImportReport } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useWords } from '../../texts/words.js';
import { Failure } from '../../ui/states.js';
import { reportKey, useImport } from './card.js';
import { Step } from './step.js';

/** What the import found, in words. */
export function ImportStep({ view }: { view: EditionView }) {
  const { t, moment } = useWords();
  const { data: report } = useQuery<ImportReport | null>({
    queryKey: reportKey(view.edition),
    queryFn: () => null,
    enabled: false,
    initialData: null,
    gcTime: Infinity,
  });
  const again = useImport();
  return (
    <Step number={1} title={t('card.steps.import')} isDone isNow={false}>
      <p>{t('card.counts', { ...view.counts })}</p>
      <p className="muted small">{view.source}</p>
      <p className="muted small">{t('card.importedAt', { moment: moment(view.importedAt) })}</p>
      {report ? (
        <Remarks report={report} />
      ) : (
        <Button size="small" loading={again.isPending} onClick={() => again.mutate(view.edition)}>
          {t('card.showReport')}
        </Button>
      )}
      {again.isError && <Failure error={again.error} />}
    </Step>
  );
}

function Remarks({ report }: { report: ImportReport }) {
  const { t, coded } = useWords();
  const codes = [...new Set(report.remarks.map(({ code }) => code))];
  return (
    <div className="remarks" role="status">
      <p>
        <strong>{t(`card.outcome.${report.outcome}`)}</strong>
      </p>
      <ul className="plain-list">
        {codes.map((code) => {
          const same = report.remarks.filter((remark) => remark.code === code);
          const subtasks = same.map(({ subtask }) => subtask).filter((subtask) => subtask !== null);
          return (
            <li key={code}>
              {coded('remarks', code, { ...same[0]?.data, count: Number(same[0]?.data['count'] ?? subtasks.length) })}
              {subtasks.length > 0 && <span className="muted small"> {subtasks.join(', ')}</span>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
