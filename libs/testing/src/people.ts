import type { Membership, Role } from '@aigaq/kernel';

export interface TestPerson {
  id: string;
  name: string;
  locale: 'kk' | 'ru';
  memberships: readonly Membership[];
}

let count = 0;

// The ids continue those of data/demo/people.json, so that a story can be told with the same people.
function person(name: string, locale: 'kk' | 'ru', ...held: [organisationId: string, role: Role][]): TestPerson {
  count += 1;
  return {
    id: `a19a9000-0000-4000-8000-${String(count).padStart(12, '0')}`,
    name,
    locale,
    memberships: held.map(([organisationId, role]) => ({ organisationId, role })),
  };
}

export const PEOPLE = {
  admin: person('Айгүл Сейдахметова', 'kk', ['agency', 'agency-admin']),
  curator: person('Дәурен Ахметжанов', 'kk', ['agency', 'curator']),
  curator2: person('Елена Соколова', 'ru', ['agency', 'curator']),
  analyst: person('Мәдина Қуанышева', 'kk', ['agency', 'analyst']),
  auditor: person('Виктор Литвинов', 'ru', ['agency', 'auditor']),
  department: person('Ерлан Сағынбаев', 'kk', ['agency-department-kostanay', 'curator']),
  coordinator: person('Гүлнар Оспанова', 'kk', ['akimat-kostanay', 'coordinator']),
  head: person('Қайрат Бекенов', 'kk', ['akimat-kostanay', 'head']),
  ethics: person('Ольга Мельник', 'ru', ['akimat-kostanay', 'ethics-officer']),
  executor: person('Асқар Төлеубаев', 'kk', ['akimat-kostanay-auliekol', 'executor']),
  executor2: person('Ирина Ковалёва', 'ru', ['akimat-kostanay-auliekol', 'executor']),
  both: person('Сәуле Жүнісова', 'kk', ['akimat-kostanay-auliekol', 'executor'], ['akimat-kostanay', 'coordinator']),
  stranger: person('Бауыржан Әлімов', 'kk', ['akimat-zhambyl-zhualy', 'executor']),
  strangerCoordinator: person('Наталья Ким', 'ru', ['akimat-zhambyl', 'coordinator']),
  ministry: person('Тимур Исаев', 'ru', ['cgo-mf', 'executor']),
  ministryCoordinator: person('Жанар Мұсабекова', 'kk', ['cgo-mf', 'coordinator']),
  compliance: person('Арман Байжанов', 'kk', ['qs-980140900002', 'compliance-officer']),
  compliance2: person('Светлана Пак', 'ru', ['qs-050640900374', 'compliance-officer']),
} as const satisfies Record<string, TestPerson>;
