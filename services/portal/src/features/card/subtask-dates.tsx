import { EditOutlined } from '@ant-design/icons';
import type { EditionView, PeriodDays, SubtaskView } from '@aigaq/api';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { DataTable } from '../../ui/data-table.js';
import { DayField } from '../../ui/day-field.js';
import { usePeriodName } from '../../ui/period.js';
import { Failure } from '../../ui/states.js';
import { useSetDates } from './card.js';

type Dates = SubtaskView['dates'][number];
const DAYS = ['opensOn', 'dueOn', 'lockedOn'] as const;

/** The days of a subtask, period by period; a draft's can be changed. */
export function SubtaskDates({ subtask, view }: { subtask: SubtaskView; view: EditionView }) {
  const { t, day } = useWords();
  const periodName = usePeriodName();
  const [edited, setEdited] = useState<Dates | null>(null);
  if (subtask.dates.length === 0) {
    return <p className="small told">{t('card.noDates')}</p>;
  }
  return (
    <>
      <DataTable
        caption={t('card.datesOf', { code: subtask.code })}
        rows={subtask.dates}
        rowKey={({ period }) => period}
        columns={[
          { key: 'period', title: t('card.period'), isWide: true, cell: ({ period }) => periodName(period) },
          ...DAYS.map((name) => ({ key: name, title: t(`card.${name}`), cell: (dates: Dates) => day(dates[name]) })),
          ...(view.status === 'draft'
            ? [
                {
                  key: 'act',
                  title: t('card.change'),
                  cell: (dates: Dates) => (
                    <Button
                      size="small"
                      icon={<EditOutlined />}
                      aria-label={t('card.changeDates', { code: subtask.code, period: periodName(dates.period) })}
                      onClick={() => setEdited(dates)}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      {edited !== null && <DatesForm code={subtask.code} dates={edited} view={view} onClose={() => setEdited(null)} />}
    </>
  );
}

interface DatesFormProps {
  code: string;
  dates: Dates;
  view: EditionView;
  onClose: () => void;
}

function DatesForm({ code, dates, view, onClose }: DatesFormProps) {
  const { t } = useWords();
  const announce = useAnnounce();
  const periodName = usePeriodName();
  const [changed, setChanged] = useState<PeriodDays>(() => {
    const { reasons: _, ...days } = dates;
    return days;
  });
  const setDates = useSetDates(view.edition);
  const isInOrder = changed.opensOn <= changed.dueOn && changed.dueOn <= changed.lockedOn;
  const save = (): void =>
    setDates.mutate(
      { year: view.year ?? Number(changed.dueOn.slice(0, 4)), changes: [{ subtask: code, ...changed }] },
      {
        onSuccess: () => {
          announce(t('card.datesSaved', { code }));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={t('card.changeDates', { code, period: periodName(dates.period) })}
      okText={t('save')}
      cancelText={t('cancel')}
      onOk={save}
      okButtonProps={{ disabled: !isInOrder, loading: setDates.isPending }}
      onCancel={onClose}
    >
      <div className="stack">
        {DAYS.map((name) => (
          <DayField
            key={name}
            label={t(`card.${name}`)}
            value={changed[name]}
            isRequired
            onChange={(day) => setChanged({ ...changed, [name]: day || changed[name] })}
          />
        ))}
        {!isInOrder && (
          <p className="told" role="alert">
            {t('card.disordered')}
          </p>
        )}
        {setDates.isError && <Failure error={setDates.error} />}
      </div>
    </Modal>
  );
}
