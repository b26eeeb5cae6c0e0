import type { AppointHead, ChairView, Localised } from '@aigaq/api';
import { isPeriod, isWhole, trimmed } from '../../ui/filled.js';

export interface Entered {
  personName: Localised;
  position: Localised;
  from: string;
  until: string;
  orderNumber: string;
  orderDate: string;
}

export const newAppointment = ({ position }: ChairView, isActing: boolean, today: string): Entered => ({
  personName: { kk: '', ru: '' },
  position: isActing ? { kk: '', ru: '' } : position,
  from: today,
  until: '',
  orderNumber: '',
  orderDate: '',
});

/** What is sent; undefined while something is missing or wrong. Somebody acts by an order only. */
export function appointmentOf(entered: Entered, chair: ChairView, isActing: boolean): AppointHead | undefined {
  const { personName, position, from, until, orderDate } = entered;
  const orderNumber = entered.orderNumber.trim();
  const hasOrder = !isActing || (orderNumber !== '' && orderDate !== '');
  if (!isWhole(personName) || !isWhole(position) || !isPeriod(entered) || !hasOrder) {
    return undefined;
  }
  return {
    chairId: chair.id,
    level: chair.level,
    personName: trimmed(personName),
    position: trimmed(position),
    from,
    ...(isActing && { acting: { orderNumber, orderDate } }),
    ...(until !== '' && { until }),
  };
}
