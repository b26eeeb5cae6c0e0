import type { NoticeView } from '@aigaq/api';
import { ScoreChangedSchema } from '@aigaq/contracts';
import { fact, PEOPLE, type TestPerson, type TestService } from '@aigaq/testing';
import { inboxOf, letterBox, newestOf, NOW, startNotifications, told } from './house.js';

const TITLE = { kk: 'Бұйрық шығару', ru: 'Издание приказа' };
const PATH = '/assignments/2024%3A1.1.2%3Aakimat-kostanay-auliekol%3A2026';

let service: TestService;
beforeEach(async () => {
  service = await startNotifications(await letterBox());
}, 180_000);
afterEach(() => service.stop());

/** Who has which notices. */
async function inboxes(): Promise<Record<string, string[]>> {
  const all = Object.entries(PEOPLE).map(async ([name, person]) => [name, (await inboxOf(service, person)).map(({ code }) => code)] as const);
  return Object.fromEntries((await Promise.all(all)).filter(([, codes]) => codes.length > 0));
}

describe('who is told', () => {
  it.each<[string, string, TestPerson, Record<string, string[]>]>([
    ['those who have to do it', 'AssignmentsOpened', PEOPLE.admin, {
      executor: ['assignment.opened'],
      executor2: ['assignment.opened'],
      both: ['assignment.opened'],
      ethics: ['assignment.opened'],
    }],
    ['those whose work an amended card changes', 'CardChangesAnnounced', PEOPLE.admin, {
      executor: ['card.amended'],
      executor2: ['card.amended'],
      both: ['card.amended'],
    }],
    ['those who review it', 'AssignmentSubmitted', PEOPLE.executor, { coordinator: ['assignment.submitted'], both: ['assignment.submitted'] }],
    ['nobody of what he did himself', 'AssignmentSubmitted', PEOPLE.both, { coordinator: ['assignment.submitted'] }],
    ['the next reviewers and the executors', 'AssignmentPassedOn', PEOPLE.coordinator, {
      curator: ['assignment.submitted'],
      curator2: ['assignment.submitted'],
      executor: ['assignment.passed_on'],
      executor2: ['assignment.passed_on'],
      both: ['assignment.passed_on'],
    }],
    ['the executors of its return', 'AssignmentReturned', PEOPLE.coordinator, {
      executor: ['assignment.returned'],
      executor2: ['assignment.returned'],
      both: ['assignment.returned'],
    }],
    ['those who review it of another verdict of the machine', 'AssignmentVerdictChanged', PEOPLE.admin, { coordinator: ['assignment.verdict_changed'], both: ['assignment.verdict_changed'] }],
    ['the executors of dates that moved', 'AssignmentRescheduled', PEOPLE.admin, {
      executor: ['assignment.rescheduled'],
      executor2: ['assignment.rescheduled'],
      both: ['assignment.rescheduled'],
    }],
    ['those who decide of a request', 'AssignmentRequestMade', PEOPLE.executor, { coordinator: ['assignment.request_made'], both: ['assignment.request_made'] }],
    ...(['AssignmentRequestRefused', 'AssignmentExtended', 'AssignmentExcused', 'AssignmentExcuseEnded', 'AssignmentReopened'] as const).map((name) => {
      const code = `assignment.${name.replace('Assignment', '').replace(/(?<=[a-z])[A-Z]/, (letter) => `_${letter}`).toLowerCase()}`;
      return ['the executors of what was decided', name, PEOPLE.curator, { executor: [code], executor2: [code], both: [code] }] as [string, string, TestPerson, Record<string, string[]>];
    }),
    ['both sides of what was taken back', 'AssignmentActUndone', PEOPLE.curator, {
      executor: ['assignment.act_undone'],
      executor2: ['assignment.act_undone'],
      both: ['assignment.act_undone'],
      coordinator: ['assignment.act_undone'],
    }],
    ['those above a step at which nobody can review', 'AssignmentReviewVacant', PEOPLE.executor, {
      admin: ['assignment.review_vacant'],
      curator: ['assignment.review_vacant'],
      curator2: ['assignment.review_vacant'],
    }],
    ['everybody concerned of its acceptance', 'AssignmentAccepted', PEOPLE.curator, {
      executor: ['assignment.accepted'],
      executor2: ['assignment.accepted'],
      both: ['assignment.accepted'],
      coordinator: ['assignment.accepted'],
      curator2: ['assignment.accepted'],
    }],
  ])('%s: %s', async (_, name, by, expected) => {
    const event = told(name, by);
    await service.tell(event, event);
    expect(await inboxes()).toEqual(expected);
  });

  it('tells once of all the dates that one calendar moved, and again of the next', async () => {
    const moved = (assignmentId: string, calendar: string) => told('AssignmentRescheduled', PEOPLE.admin, { assignmentId, calendar });
    await service.tell(moved('a', '2026:2'), moved('b', '2026:2'), moved('a', '2026:3'));
    const notices = await inboxOf(service, PEOPLE.executor);
    expect(notices.map(({ code, path }) => [code, path])).toEqual([['assignment.rescheduled', '/queue'], ['assignment.rescheduled', '/queue']]);
    expect(notices[0]?.text.ru).toContain('2026');
  });

  it('says what the machine said before and says now', async () => {
    await service.tell(told('AssignmentVerdictChanged'));
    const { text, path } = await newestOf(service, PEOPLE.coordinator);
    expect(path).toBe(PATH);
    expect(text.ru).toContain('Было — замечаний нет, стало — нужен взгляд человека.');
    expect(text.kk).toContain('Бұрын — ескерту жоқ, енді — адам қарауы керек.');
  });

  it('says what is asked for until when and why, and of something secret only that', async () => {
    await service.tell(told('AssignmentRequestMade'));
    expect((await newestOf(service, PEOPLE.coordinator)).text).toEqual({
      kk: 'Әулиекөл ауданының әкімдігі сұрайды: мерзімді ұзарту, 12.06.2026 дейін — «Бұйрық шығару». Себебі: Приказ на согласовании в Министерстве юстиции',
      ru: 'Акимат Аулиекольского района просит: продление срока до 12.06.2026 — «Издание приказа». Причина: Приказ на согласовании в Министерстве юстиции',
    });
    await service.tell(told('AssignmentRequestMade', PEOPLE.executor, { subtaskCode: '2.5.5', secrecy: 'tax', reason: '' }));
    expect((await newestOf(service, PEOPLE.coordinator)).text.ru).toBe('Запрос ждёт решения: подзадача 2.5.5 (Акимат Аулиекольского района). Сведения ограниченного доступа.');
  });

  it('tells all who review side by side, and nobody again while some of them have agreed', async () => {
    const both = { reviewerOrganisationIds: ['akimat-kostanay', 'cgo-mf'] };
    await service.tell(told('AssignmentSubmitted', PEOPLE.executor, both));
    expect(await inboxes()).toEqual({ coordinator: ['assignment.submitted'], both: ['assignment.submitted'], ministryCoordinator: ['assignment.submitted'] });
    await service.tell(told('AssignmentPassedOn', PEOPLE.coordinator, { reviewerOrganisationId: 'cgo-mf', othersReview: true }));
    expect(await inboxOf(service, PEOPLE.ministryCoordinator)).toHaveLength(1);
  });

  it('of a score: the coordinator and the head', async () => {
    const fields = { organisationId: 'akimat-kostanay', score: 1.2, previousScore: 0 };
    await service.tell(fact(ScoreChangedSchema, fields, { key: 'akimat-kostanay' }));
    expect(await inboxes()).toEqual({ coordinator: ['score.changed'], both: ['score.changed'], head: ['score.changed'] });
    const notice = await newestOf(service, PEOPLE.head);
    expect(notice.path).toBe('/compliance/scores/akimat-kostanay');
    expect(notice.text).toEqual({ kk: '3.2-міндет бойынша балл өзгерді: 0.0 орнына 1.2.', ru: 'Изменился балл по задаче 3.2: было 0.0, стало 1.2.' });
  });

  it('once of an amendment, in how many pieces it may be told; again of the next', async () => {
    const told2 = (version: number, ...organisationIds: string[]) => told('CardChangesAnnounced', PEOPLE.admin, { version, organisationIds });
    await service.tell(told2(2, 'akimat-kostanay-auliekol'), told2(2, 'akimat-kostanay-auliekol', 'qs-980140900002'), told2(3, 'akimat-kostanay-auliekol'));
    expect((await inboxOf(service, PEOPLE.executor)).map(({ path, text }) => [path, text.ru])).toEqual([
      ['/changes', 'Карта 2024 года изменена (редакция 3). Изменения касаются заданий вашей организации: ознакомьтесь с ними.'],
      ['/changes', 'Карта 2024 года изменена (редакция 2). Изменения касаются заданий вашей организации: ознакомьтесь с ними.'],
    ]);
    expect((await inboxOf(service, PEOPLE.compliance)).map(({ code }) => code)).toEqual(['card.amended']);
  });

  it('once of a rollout, however many chunks it has; again of the next', async () => {
    await service.tell(told('AssignmentsOpened'), told('AssignmentsOpened', PEOPLE.admin, { chunk: 1 }));
    expect(await inboxOf(service, PEOPLE.executor)).toHaveLength(1);
    await service.tell(told('AssignmentsOpened', PEOPLE.admin, { rolloutId: 'r2' }));
    expect(await inboxOf(service, PEOPLE.executor)).toHaveLength(2);
  });
});

describe('a notice', () => {
  it('says in both languages what happened, and where', async () => {
    await service.tell(told('AssignmentReturned', PEOPLE.coordinator));
    expect(await inboxOf(service, PEOPLE.executor)).toEqual([
      {
        id: expect.any(String),
        code: 'assignment.returned',
        text: { kk: `Тапсырма қайтарылды: «${TITLE.kk}». Ескерту: Нет подписи`, ru: `Задание возвращено: «${TITLE.ru}». Замечание: Нет подписи` },
        path: PATH,
        raisedAt: NOW,
        readAt: null,
      },
    ]);
  });

  it('names the body in the language of the text', async () => {
    await service.tell(told('AssignmentSubmitted', PEOPLE.executor));
    const notice = await newestOf(service, PEOPLE.coordinator);
    expect(notice.text.kk).toContain('Әулиекөл ауданының әкімдігі');
    expect(notice.text.ru).toContain('Акимат Аулиекольского района');
  });

  it('does not take a remark for a placeholder', async () => {
    await service.tell(told('AssignmentReturned', PEOPLE.coordinator, { remark: 'см. {title} и $& $1' }));
    const notice = await newestOf(service, PEOPLE.executor);
    expect(notice.text.ru).toBe(`Задание возвращено: «${TITLE.ru}». Замечание: см. {title} и $& $1`);
  });
});

describe('a notice about something secret', () => {
  const secret = { subtaskCode: '2.1.1', secrecy: 'restricted', title: { kk: 'Хабарлау', ru: 'Сообщение о правонарушениях' }, remark: 'Иванов', before: 'passed', after: 'failed' };
  const fieldsOf = (name: string) => Object.fromEntries(Object.entries(secret).filter(([field]) => (field !== 'remark' || name === 'AssignmentReturned') && (!['before', 'after'].includes(field) || name === 'AssignmentVerdictChanged')));

  it.each<[string, TestPerson]>([
    ['AssignmentSubmitted', PEOPLE.coordinator],
    ['AssignmentPassedOn', PEOPLE.curator],
    ['AssignmentPassedOn', PEOPLE.executor],
    ['AssignmentReturned', PEOPLE.executor],
    ['AssignmentAccepted', PEOPLE.coordinator],
    ['AssignmentVerdictChanged', PEOPLE.coordinator],
  ])('says its code and that it is restricted, on a list or not: %s', async (name, person) => {
    // Even a teller that would not keep the words to itself is not repeated.
    await service.tell(told(name, PEOPLE.admin, fieldsOf(name)));
    const { text } = await newestOf(service, person);
    expect(text.ru).toMatch(/подзадача 2\.1\.1.*Сведения ограниченного доступа/);
    expect(text.kk).toMatch(/2\.1\.1 кіші міндеті.*Мәліметтерге қолжетімділік шектеулі/);
    expect(`${text.kk} ${text.ru}`).not.toMatch(/Сообщение|Хабарлау|Иванов|недостатки|кемшілік|\{/);
  });
});

describe('the inbox', () => {
  const fill = async (number: number): Promise<void> => {
    // Two of each moment, so that pages have to break ties.
    const times = Array.from({ length: number }, (_, index) => new Date(Date.parse(NOW) + Math.floor(index / 2) * 1000).toISOString());
    await service.tell(...times.map((time) => told('AssignmentReturned', PEOPLE.coordinator, {}, time)));
  };
  const asExecutor = () => service.as(PEOPLE.executor);
  const unread = async () => (await asExecutor().get('/api/notifications/unread')).body;

  it('is shown newest first, page by page, each once', async () => {
    await fill(7);
    const ids: string[] = [];
    const times: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await asExecutor().get(`/api/notifications/notices?limit=3${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      ids.push(...body.items.map(({ id }: NoticeView) => id));
      times.push(...body.items.map(({ raisedAt }: NoticeView) => raisedAt));
      cursor = body.nextCursor;
    }
    expect(ids).toHaveLength(7);
    expect(new Set(ids).size).toBe(7);
    expect(times).toEqual([...times].sort().reverse());
    expect((await asExecutor().get('/api/notifications/notices?cursor=rubbish')).body.items).toHaveLength(7);
  });

  it('counts what is unread, one by one and all', async () => {
    await fill(3);
    expect(await unread()).toEqual({ count: 3 });
    const first = await newestOf(service, PEOPLE.executor);
    const read = () => asExecutor().post(`/api/notifications/notices/${encodeURIComponent(first.id)}/read`, {});
    expect([(await read()).status, (await read()).status]).toEqual([204, 204]);
    expect(await unread()).toEqual({ count: 2 });
    expect((await inboxOf(service, PEOPLE.executor, '&unread=true')).map(({ id }) => id)).not.toContain(first.id);
    expect((await newestOf(service, PEOPLE.executor)).readAt).toBe(NOW);
    expect((await asExecutor().post('/api/notifications/notices/read-all', {})).status).toBe(204);
    expect(await unread()).toEqual({ count: 0 });
  });

  it('belongs to one person', async () => {
    await fill(1);
    const notice = await newestOf(service, PEOPLE.executor);
    const foreign = await service.as(PEOPLE.stranger).post(`/api/notifications/notices/${encodeURIComponent(notice.id)}/read`, {});
    expect(foreign).toMatchObject({ status: 404, body: { code: 'notice.unknown' } });
    expect(await unread()).toEqual({ count: 1 });
    expect((await service.anybody().get('/api/notifications/notices')).status).toBe(401);
  });
});
