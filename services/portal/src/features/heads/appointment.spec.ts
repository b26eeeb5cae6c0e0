import type { ChairView } from '@aigaq/api';
import { appointmentOf, newAppointment } from './appointment.js';

const chair: ChairView = { id: 'akim', level: 'akim', position: { kk: 'Аудан әкімі', ru: 'Аким района' }, from: '2021-01-01', until: null, vacant: true, vacantSince: null, holders: [] };
const personName = { kk: 'Серіков Болат ', ru: ' Сериков Болат' };

describe('an appointment', () => {
  it('takes the position of the chair, and sends only what was entered', () => {
    expect(appointmentOf({ ...newAppointment(chair, false, '2026-11-30'), personName }, chair, false)).toEqual({
      chairId: 'akim',
      level: 'akim',
      personName: { kk: 'Серіков Болат', ru: 'Сериков Болат' },
      position: chair.position,
      from: '2026-11-30',
    });
  });

  const acting = { ...newAppointment(chair, true, '2026-11-30'), personName, position: { kk: 'Орынбасар', ru: 'Заместитель' } };
  it('is by order when somebody acts', () => {
    expect(appointmentOf({ ...acting, orderNumber: ' 187-ө ', orderDate: '2026-11-29', until: '2026-12-20' }, chair, true)).toMatchObject({
      acting: { orderNumber: '187-ө', orderDate: '2026-11-29' },
      until: '2026-12-20',
    });
  });

  it.each([
    ['without an order', acting],
    ['without a day', { ...acting, orderNumber: '1', orderDate: '2026-11-29', from: '' }],
    ['with a last day before the first', { ...acting, orderNumber: '1', orderDate: '2026-11-29', until: '2026-11-01' }],
    ['with a name in one language', { ...acting, orderNumber: '1', orderDate: '2026-11-29', personName: { kk: 'Серіков', ru: ' ' } }],
  ])('is not sent %s', (_, entered) => {
    expect(appointmentOf(entered, chair, true)).toBeUndefined();
  });
});
