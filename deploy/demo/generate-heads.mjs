// Writes data/demo/heads.json: the register of heads of the demonstration. Deterministic; run after generate-entities.mjs:
//   node deploy/demo/generate-heads.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { personName } from './names.mjs';
import { DISTRICT_APPARATUS_FROM, signatories } from './signatories.mjs';

const data = new URL('../../data/', import.meta.url);
const read = (file) => JSON.parse(readFileSync(new URL(file, data), 'utf8'));
const { units } = read('organisations/administrative-units.json');
const { entities } = read('demo/entities.json');
const bodies = read('organisations/central.json').bodies.filter((body) => body.inProgramme);
const kazakhSapa = entities[0].id;
const named = signatories(kazakhSapa);

const CHAIRED = { Агентство: 'Агентства', Комитет: 'Комитета', Национальный: 'Национального', Верховный: 'Верховного', Высшая: 'Высшей' };

function centralPosition({ id, name }) {
  const special = {
    agency: {
      ru: 'Председатель Агентства Республики Казахстан по противодействию коррупции (Антикоррупционной службы)',
      kk: 'Қазақстан Республикасының Сыбайлас жемқорлыққа қарсы іс-қимыл агенттігі (Сыбайлас жемқорлыққа қарсы қызмет) төрағасы',
    },
    'cgo-gp': { ru: 'Генеральный Прокурор Республики Казахстан', kk: 'Қазақстан Республикасының Бас Прокуроры' },
    'cgo-bns': { ru: `Руководитель ${name.ru}`, kk: `${name.kk}ның басшысы` },
    'cgo-nb': { ru: 'Председатель Национального Банка Республики Казахстан', kk: 'Қазақстан Республикасы Ұлттық Банкінің төрағасы' },
    'cgo-vs': { ru: 'Председатель Верховного Суда Республики Казахстан', kk: 'Қазақстан Республикасы Жоғарғы Сотының төрағасы' },
    'cgo-vap': { ru: 'Председатель Высшей аудиторской палаты Республики Казахстан', kk: 'Қазақстан Республикасы Жоғары аудиторлық палатасының төрағасы' },
  }[id];
  if (special) {
    return special;
  }
  if (name.ru.startsWith('Министерство')) {
    return { ru: name.ru.replace('Министерство', 'Министр'), kk: name.kk.replace(/министрлігі$/, 'министрі') };
  }
  const [first, ...rest] = name.ru.split(' ');
  return { ru: `Председатель ${[CHAIRED[first], ...rest].join(' ')}`, kk: `${name.kk}нің төрағасы` };
}

const ENTITY_POSITIONS = {
  ao: (name) => ({ ru: `Председатель Правления ${name.ru}`, kk: `${name.kk} Басқарма төрағасы` }),
  too: (name) => ({ ru: `Генеральный директор ${name.ru}`, kk: `${name.kk} бас директоры` }),
  gkp: (name) => ({ ru: `Директор ${name.ru}`, kk: `${name.kk} директоры` }),
  rgp: (name) => ({ ru: `Директор ${name.ru}`, kk: `${name.kk} директоры` }),
};
const akimPosition = ({ name }) => ({ ru: name.ru.replace('Акимат', 'Аким'), kk: name.kk.replace(/әкімдігі$/, 'әкімі') });
const departmentPosition = ({ name }) => ({ ru: name.ru.replace('Департамент', 'Руководитель Департамента'), kk: `${name.kk}нің басшысы` });

const chairs = [
  ...bodies.map((body) => [body.id, centralPosition(body), 'first-head']),
  ...units.filter((unit) => unit.akimat.inProgramme).map((unit) => [`akimat-${unit.id}`, akimPosition(unit.akimat), unit.parent ? 'akim' : 'first-head']),
  ...units.filter((unit) => unit.department).map((unit) => [`agency-department-${unit.id}`, departmentPosition(unit.department), 'first-head']),
  ...entities.slice(1).map((entity) => [entity.id, ENTITY_POSITIONS[entity.legalForm](entity.name), 'first-head']),
];
const ETHICS = { ru: 'Уполномоченный по этике', kk: 'Әдеп жөніндегі уәкіл' };
const extra = [
  ['akimat-kostanay-auliekol', { ru: 'Руководитель аппарата акима Аулиекольского района', kk: 'Әулиекөл ауданы әкімі аппаратының басшысы' }, 'head-of-apparatus', { from: DISTRICT_APPARATUS_FROM }],
  ['akimat-kostanay-auliekol', ETHICS, 'ethics-officer'],
  ['akimat-kostanay', ETHICS, 'ethics-officer'],
  ['akimat-zhambyl', ETHICS, 'ethics-officer'],
  ['cgo-mf', { ru: 'Руководитель аппарата Министерства финансов Республики Казахстан', kk: 'Қазақстан Республикасы Қаржы министрлігінің аппарат басшысы' }, 'head-of-apparatus'],
  ['cgo-mf', ETHICS, 'ethics-officer'],
];
// Rudny has its akims by name, one after another; a generated one would overlap them.
const hasNamedAkim = new Set(named.filter((head) => head.level === 'akim').map((head) => head.organisationId));
// For the pages: one akim has left and nobody was appointed, for another that left somebody acts by order.
const LEFT = { 'akimat-kostanay-zhitikara': '2026-08-31', 'akimat-kostanay-karabalyk': '2026-06-14' };
const akim = units.find((unit) => `akimat-${unit.id}` === 'akimat-kostanay-karabalyk').akimat;
const ACTING = {
  organisationId: 'akimat-kostanay-karabalyk',
  chairId: 'akim',
  personName: personName(7),
  position: { ru: akim.name.ru.replace('Акимат', 'И.о. акима'), kk: akim.name.kk.replace(/ның әкімдігі$/, ' әкімінің м.а.') },
  level: 'akim',
  acting: { orderNumber: '41-ж', orderDate: '2026-06-12' },
  from: '2026-06-15',
  until: null,
};
const NUMBERED = new Set(['ethics-officer']);
const generated = [...chairs, ...extra]
  .filter(([organisationId, , level]) => !(level === 'akim' && hasNamedAkim.has(organisationId)))
  .map(([organisationId, position, level, { from = '2019-01-01' } = {}], index) => ({
    organisationId,
    chairId: NUMBERED.has(level) ? `${level}-1` : level,
    personName: personName(index + 11),
    position,
    level,
    from,
    until: level === 'akim' ? (LEFT[organisationId] ?? null) : null,
  }));

const counts = new Map();
const heads = [...named, ...generated, ACTING].map((head) => {
  const number = (counts.get(head.organisationId) ?? 0) + 1;
  counts.set(head.organisationId, number);
  return { id: `${head.organisationId}:${number}`, ...head };
});
const meta = {
  title: { ru: 'Реестр первых руководителей для демонстрации', kk: 'Көрсетілімге арналған басшылар тізілімі' },
  edition: 'demo',
  version: '1',
  source: 'deploy/demo/generate-heads.mjs: all people are invented; those of signatories.mjs sign the demonstration scans',
  proposed: ['everything: fictional; heads of apparatus come and go as often as the demonstration scans name them'],
};
writeFileSync(new URL('demo/heads.json', data), `${JSON.stringify({ meta, heads }, null, 2)}\n`);
console.log(`${heads.length} heads of ${counts.size} bodies`);
