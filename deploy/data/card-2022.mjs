import { evidenceOf } from './evidence-2022.mjs';
import { frequencyOf } from './frequency.mjs';

const PERIODS = { yearly: 'year', quarterly: 'quarter', monthly: 'month', total: 'year', unspecified: 'year' };
const UNITS = { '%': 'percent', count: 'count', boolean: 'yes-no' };
const TARGET_UNITS = {
  video: { ru: 'видеоролик', kk: 'бейнеролик түсіру' },
  videos: { ru: 'видеороликов', kk: 'бейнероликті көрсету' },
  'events per month': { ru: 'мероприятия в месяц', kk: 'айына іс-шара' },
  'video lecture': { ru: 'видеолекция', kk: 'бейнедәріс' },
  'events per year': { ru: 'мероприятий в год', kk: 'жылына іс-шара' },
  '%': { ru: '% (значение 2022 года)', kk: '% (2022 жылғы мән)' },
  '% of employees trained': { ru: '% обученных работников', kk: 'оқытылған қызметкерлердің %-ы' },
};
const REGIONS = ['akimat-region', 'akimat-republican-city'];
const STATE = ['central', ...REGIONS];
/** Role codes of the catalogue -> kinds of bodies: ours. A role inside a body (person responsible, HR) adds no body. */
const KINDS = {
  CGO_CENTRAL_APPARATUS: ['central'],
  AKIM_APPARATUS_REGION: REGIONS,
  OBJECT_LEADERSHIP: STATE,
  STATE_BODY: [...STATE, 'akimat-district', 'akimat-city'],
  STATE_BODY_LEADERSHIP: [...STATE, 'akimat-district', 'akimat-city'],
  QUASI_STATE_ENTITY: ['quasi-state'],
  COMPLIANCE_OFFICER: ['quasi-state'],
  WORKING_GROUP: ['quasi-state'],
};
const ORDER = ['central', ...REGIONS, 'akimat-district', 'akimat-city', 'quasi-state'];
/** The Ministry of Education and Science was divided in 2022: schools and universities went different ways. */
const MINISTRIES = { 3.3: 'cgo-mp', 3.4: 'cgo-mnvo', 3.5: 'cgo-mnvo', 3.6: 'cgo-mnvo' };

const NOTES = {
  frequency: {
    ru: 'Периодичность в Инструкции не указана; принята по умолчанию и настраивается администратором.',
    kk: 'Нұсқаулықта кезеңділігі көрсетілмеген; әдепкі бойынша қабылданды және әкімші баптайды.',
  },
  ministry: {
    ru: 'В тексте назван МОН; с 2022 года его функции разделены, орган предложен и требует подтверждения.',
    kk: 'Мәтінде БҒМ аталған; 2022 жылдан бастап оның функциялары бөлінді, орган ұсынылды және растауды қажет етеді.',
  },
  shared: {
    ru: 'В Инструкции подтверждающие документы названы один раз для всего проекта.',
    kk: 'Нұсқаулықта растайтын құжаттар бүкіл жоба үшін бір рет аталған.',
  },
  inferred: {
    ru: 'Соответствие документа задаче выведено из текста проекта.',
    kk: 'Құжаттың міндетке сәйкестігі жоба мәтінінен шығарылған.',
  },
  nothing: {
    ru: 'При отсутствии фактов загрузка не требуется.',
    kk: 'Фактілер болмаса, жүктеу талап етілмейді.',
  },
  kazakh: {
    ru: 'Казахский текст этой задачи отличается от русского (kkDifference).',
    kk: 'Бұл міндеттің қазақша мәтіні орысша мәтінінен өзгеше (kkDifference).',
  },
};

/** The card of 2022 in the form of the card: groups, projects and tasks stand where 2024 has projects, tasks and subtasks. */
export function card2022(ru, kk) {
  const kazakh = new Map(everything(kk).map((each) => [each.code, each]));
  const titled = (each) => ({ code: each.code, title: titleOf(each, kazakh.get(each.code)), kkStatus: 'draft' });
  return {
    meta: metaOf(ru),
    projects: ru.groups.map((group) => ({
      ...titled(group),
      tasks: group.projects.map((project) => ({
        ...titled(project),
        subtasks: project.tasks.map((task) => ({ ...titled(task), ...taskOf(task, kazakh.get(task.code), project) })),
      })),
    })),
    indicators: ru.groups.flatMap(({ kpis }) => kpis).map((kpi) => ({
      code: kpi.code,
      title: titleOf(kpi, kazakh.get(kpi.code)),
      unit: UNITS[kpi.unit],
      formula: kpi.formula_en,
      servedBy: kpi.projects,
      sourceLines: kpi.source_lines,
    })),
  };
}

const everything = ({ groups }) =>
  groups.flatMap((group) => [group, ...group.kpis, ...group.projects.flatMap((project) => [project, ...project.tasks])]);

const titleOf = (one, other) => ({ ru: one.title, kk: other.title[0].toUpperCase() + other.title.slice(1) });

function metaOf({ meta }) {
  return {
    title: { ru: 'ТБН-4, издание 2022 года (пилотная версия)', kk: '№ 4 ҮББ, 2022 жылғы басылым (пилоттық нұсқа)' },
    edition: '2022',
    version: '1',
    source: `${meta.document_title}, ${meta.outgoing_number}; казахский текст: отдельный проект пилотной инструкции без титульного листа`,
    levels: 'group-project-task',
    proposed: [
      'evidence rules as typed data: kinds, what is required, who signs, approval',
      'audience.kinds and audience.include, period where frequencyIsAssumed',
      'kk: units of targets, notes, names of documents that the Kazakh draft leaves out (1.3.1, 1.3.2, 3.1.4)',
      'kkStatus draft: the Kazakh text is a draft of the pilot instruction, never approved',
    ],
    openQuestions: [
      {
        ru: 'Сроки загрузки в Инструкции 2022 года не указаны: они задаются администратором.',
        kk: '2022 жылғы Нұсқаулықта жүктеу мерзімдері көрсетілмеген: оларды әкімші белгілейді.',
      },
    ],
  };
}

function taskOf(task, other, project) {
  const { frequency, target, indicator_code: indicator } = task;
  return {
    description: { ru: sentence(task.goal), kk: sentence(other.goal) },
    sourceText: task.evidence.text,
    executors: { text: { ru: sentence(task.executors.text), kk: sentence(other.executors.text) } },
    audience: audienceOf(task, project),
    period: PERIODS[frequency.kind],
    ...(frequency.kind === 'unspecified' && { frequencyIsAssumed: true }),
    frequency: frequencyOf(frequency),
    indicator,
    ...(target && { target: { comparison: target.op, value: target.value, unit: TARGET_UNITS[target.unit], ...(target.year && { year: target.year }) } }),
    evidence: evidenceOf(task, other, audienceOf(task, project).kinds),
    secrecy: 'none',
    submission: 'upload',
    deadlineRules: deadlinesOf(task),
    notes: notesOf(task, other),
    related2022: [],
    ...(other.difference_from_ru && { kkDifference: other.difference_from_ru }),
    sourceLines: task.source_lines,
  };
}

const sentence = (text) => text[0].toUpperCase() + text.slice(1);

function audienceOf({ executors, code }, project) {
  const roles = executors.role_codes;
  if (roles.includes('MINISTRY_EDUCATION_SCIENCE')) {
    return { kinds: [], include: [MINISTRIES[project.code]] };
  }
  const kinds = new Set(roles.flatMap((role) => KINDS[role] ?? []));
  if (kinds.size === 0) {
    throw new Error(`${code}: nobody is meant`);
  }
  return { kinds: ORDER.filter((kind) => kinds.has(kind)) };
}

/** Only what is counted in working days from an event of the analysis; all others stand in `sources/`. */
function deadlinesOf({ deadline_rules: rules }) {
  return rules
    .filter(({ anchor, unit }) => anchor === 'analytic_note_signed' && unit === 'working_day')
    .map(({ id, amount, unit }) => ({ code: id.toLowerCase(), anchor: 'note_signed', amount, unit, direction: 'after' }));
}

function notesOf(task, other) {
  return [
    ...(task.frequency.kind === 'unspecified' ? [NOTES.frequency] : []),
    ...(task.executors.role_codes.includes('MINISTRY_EDUCATION_SCIENCE') ? [NOTES.ministry] : []),
    ...(task.evidence.shared_with_whole_project ? [NOTES.shared] : []),
    ...(task.evidence.documents.some(({ mapping_note: note }) => note) ? [NOTES.inferred] : []),
    ...(task.zero_case ? [NOTES.nothing] : []),
    ...(other.difference_from_ru ? [NOTES.kazakh] : []),
  ];
}
