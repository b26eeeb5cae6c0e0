import type { ChairView } from '@aigaq/api';
import { today } from '../../texts/dates.js';
import { useWords } from '../../texts/words.js';
import { ActDialog } from '../../ui/act-dialog.js';
import { DayField } from '../../ui/day-field.js';
import { useEntered } from '../../ui/entered.js';
import { isWhole } from '../../ui/filled.js';
import { LocalisedFields } from '../../ui/localised-fields.js';
import { TextField } from '../../ui/text-field.js';
import { appointmentOf, type Entered, newAppointment } from './appointment.js';
import { useAppoint } from './heads.js';

interface AppointDialogProps {
  bodyId: string;
  chair: ChairView;
  /** For the holder of the chair, by order. */
  isActing: boolean;
  onClose: () => void;
}

/** Somebody takes the chair, or acts for its holder by an order with number and date. */
export function AppointDialog({ bodyId, chair, isActing, onClose }: AppointDialogProps) {
  const { t } = useWords();
  const form = useEntered<Entered>(newAppointment(chair, isActing, today(new Date())));
  const { entered, set, told, tell } = form;
  const act = useAppoint(bodyId);
  const manner = isActing ? 'act' : 'appoint';
  const needBoth = t('bodies.needBoth');
  return (
    <ActDialog
      title={t(`chairs.${manner}.title`)}
      okText={t(`chairs.${manner}.act`)}
      done={t(`chairs.${manner}.done`)}
      act={act}
      body={appointmentOf(entered, chair, isActing)}
      onTell={tell}
      onClose={onClose}
    >
      <LocalisedFields label={t('chairs.person')} value={entered.personName} onChange={set('personName')} maxLength={200} told={told(!isWhole(entered.personName), needBoth)} />
      <LocalisedFields label={t('chairs.position')} value={entered.position} onChange={set('position')} maxLength={300} told={told(!isWhole(entered.position), needBoth)} />
      {isActing && <OrderFields {...form} />}
      <div className="fields">
        <DayField label={t('chairs.from')} value={entered.from} onChange={set('from')} isRequired told={told(entered.from === '', t('bodies.needDay'))} />
        <DayField label={t('chairs.until')} value={entered.until} onChange={set('until')} told={told(entered.until !== '' && entered.until < entered.from, t('chairs.disordered'))} />
      </div>
    </ActDialog>
  );
}

function OrderFields({ entered: { orderNumber, orderDate }, set, told }: Pick<ReturnType<typeof useEntered<Entered>>, 'entered' | 'set' | 'told'>) {
  const { t } = useWords();
  return (
    <div className="fields">
      <TextField label={t('chairs.orderNumber')} value={orderNumber} onChange={set('orderNumber')} maxLength={60} isRequired told={told(orderNumber.trim() === '', t('chairs.needOrder'))} />
      <DayField label={t('chairs.orderDate')} value={orderDate} onChange={set('orderDate')} isRequired told={told(orderDate === '', t('bodies.needDay'))} />
    </div>
  );
}
