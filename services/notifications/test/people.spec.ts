import { MembershipGrantedSchema, MembershipHandedOverSchema, RecertificationBegunSchema, RecertificationDueSchema } from '@aigaq/contracts';
import { fact, PEOPLE, type TestService } from '@aigaq/testing';
import { DISTRICT, inboxOf, letterBox, newestOf, NOW, startNotifications, told } from './house.js';

const NEW = { id: 'a19a9000-0000-4000-8000-0000000000f1', name: 'Жаңа Адам' };

let service: TestService;
beforeEach(async () => {
  service = await startNotifications(await letterBox());
}, 180_000);
afterEach(() => service.stop());

const by = { id: PEOPLE.admin.id, name: PEOPLE.admin.name };
const time = new Date(NOW);

describe('a role that is handed over', () => {
  const handOver = (fromPersonId: string, organisationId: string, role: string) => {
    const membershipId = `${NEW.id}:${organisationId}:${role}`;
    const granted = { membershipId, personId: NEW.id, personName: NEW.name, locale: 'kk', email: 'new@example.kz', organisationId, role, from: '2026-01-01' };
    const handedOver = { membershipId, fromPersonId, toPersonId: NEW.id, organisationId, role, from: '2026-05-20', reason: 'Перевод' };
    return [fact(MembershipGrantedSchema, granted, { key: membershipId, actor: by, time }), fact(MembershipHandedOverSchema, handedOver, { key: membershipId, actor: by, time })];
  };
  const unreadOf = (person: { id: string; name: string }) => inboxOf(service, person, '&unread=true');

  it('takes the unread notices with it, once', async () => {
    await service.tell(told('AssignmentReturned', PEOPLE.coordinator), told('AssignmentAccepted', PEOPLE.curator));
    const [first] = await inboxOf(service, PEOPLE.executor);
    await service.as(PEOPLE.executor).post(`/api/notifications/notices/${encodeURIComponent(first!.id)}/read`, {});
    const facts = handOver(PEOPLE.executor.id, DISTRICT, 'executor');
    await service.tell(...facts, ...facts);
    const received = await inboxOf(service, NEW);
    expect(received).toHaveLength(1);
    expect(received[0]?.code).not.toBe(first?.code);
    expect(await unreadOf(PEOPLE.executor)).toEqual([]);
    expect(await unreadOf(PEOPLE.executor2)).toHaveLength(2);
  });

  it('of a reviewer brings what waits for review there, and nothing that he was told elsewhere', async () => {
    await service.tell(told('AssignmentSubmitted', PEOPLE.executor), told('AssignmentReturned', PEOPLE.coordinator));
    expect(await unreadOf(PEOPLE.both)).toHaveLength(2);
    await service.tell(...handOver(PEOPLE.both.id, 'akimat-kostanay', 'coordinator'));
    expect((await inboxOf(service, NEW)).map(({ code }) => code)).toEqual(['assignment.submitted']);
    expect((await unreadOf(PEOPLE.both)).map(({ code }) => code)).toEqual(['assignment.returned']);
  });

  it('gives nothing twice to who was told himself', async () => {
    const [granted, handedOver] = handOver(PEOPLE.executor.id, DISTRICT, 'executor');
    await service.tell(granted!, told('AssignmentReturned', PEOPLE.coordinator), handedOver!);
    expect(await inboxOf(service, NEW)).toHaveLength(1);
  });
});

describe('a recertification', () => {
  const campaign = { recertificationId: '2026-Q2', quarter: '2026-Q2', deadline: '2026-06-15' };

  it.each([
    ['begun', RecertificationBegunSchema, 'Началось подтверждение ролей (2-й квартал 2026 года). Ответьте до 15.06.2026'],
    ['due', RecertificationDueSchema, 'Приближается срок подтверждения ролей (2-й квартал 2026 года): 15.06.2026'],
  ] as const)('that is %s is told to every coordinator and administrator, once', async (reason, schema, words) => {
    const event = fact(schema, campaign, { key: '2026-Q2', actor: { id: 'system', name: 'Aigaq' }, time });
    await service.tell(event, event);
    for (const person of [PEOPLE.coordinator, PEOPLE.both, PEOPLE.strangerCoordinator, PEOPLE.ministryCoordinator, PEOPLE.admin]) {
      expect(await inboxOf(service, person)).toHaveLength(1);
    }
    expect(await inboxOf(service, PEOPLE.executor)).toEqual([]);
    const { code, text, path } = await newestOf(service, PEOPLE.coordinator);
    expect([code, path]).toEqual([`recertification.${reason}`, '/recertification']);
    expect(text.ru).toContain(words);
  });
});
