import { frequencyOf } from './frequency.mjs';

/** Kazakh of the forms is ours: the Instruction has none. */
const FORMS = {
  APP1: { signedBy: 'head-of-apparatus', ru: 'Отчёт об актуализации картограммы коррупции на официальном интернет-ресурсе МИО', kk: 'ЖАО-ның ресми интернет-ресурсындағы сыбайлас жемқорлық картограммасын өзектендіру туралы есеп' },
  APP2: { signedBy: 'head-of-apparatus', ru: 'Отчёт (справка) «Соблюдение норм антикоррупционного законодательства»', kk: '«Сыбайлас жемқорлыққа қарсы заңнама нормаларын сақтау» есебі (анықтама)' },
  APP3: { signedBy: 'head-of-apparatus', ru: 'Акт сверки административных и уголовных коррупционных правонарушений и правонарушений, дискредитирующих государственную службу', kk: 'Әкімшілік және қылмыстық сыбайлас жемқорлық құқық бұзушылықтарды және мемлекеттік қызметке кір келтіретін құқық бұзушылықтарды салыстырып тексеру актісі' },
  APP4: { signedBy: null, ru: 'Координация государственного социального заказа на антикоррупционную тематику в регионе', kk: 'Өңірдегі сыбайлас жемқорлыққа қарсы тақырыптағы мемлекеттік әлеуметтік тапсырысты үйлестіру' },
  APP5: { signedBy: 'ethics-officer', ru: 'Отчёт по организации уполномоченными по этике системной профилактической работы с государственными служащими', kk: 'Әдеп жөніндегі уәкілдердің мемлекеттік қызметшілермен жүйелі профилактикалық жұмысты ұйымдастыруы туралы есеп' },
  APP6: { signedBy: 'body', ru: 'Отчёт о мероприятиях по правовой пропаганде в соответствии с Методическими рекомендациями Министерства юстиции', kk: 'Әділет министрлігінің Әдістемелік ұсынымдарына сәйкес құқықтық насихат іс-шаралары туралы есеп' },
};
const TEMPLATES = {
  'MR488-2': { ru: 'Приложение 2 к Методическим рекомендациям: типовая структура аналитической справки', kk: 'Әдістемелік ұсынымдарға 2-қосымша: талдамалық анықтаманың үлгілік құрылымы' },
  'MR488-4': { ru: 'Приложение 4 к Методическим рекомендациям: перечень должностей, подверженных коррупционным рискам', kk: 'Әдістемелік ұсынымдарға 4-қосымша: сыбайлас жемқорлық тәуекелдеріне бейім лауазымдар тізбесі' },
  'MR488-5': { ru: 'Приложение 5 к Методическим рекомендациям: план мероприятий по устранению причин и условий', kk: 'Әдістемелік ұсынымдарға 5-қосымша: себептер мен жағдайларды жою жөніндегі іс-шаралар жоспары' },
  'MR488-7': { ru: 'Приложение 7 к Методическим рекомендациям: справка по результатам мониторинга исполнения рекомендаций', kk: 'Әдістемелік ұсынымдарға 7-қосымша: ұсынымдардың орындалуын мониторингтеу нәтижелері бойынша анықтама' },
};
const SHARE = 'SHARE_3_2';
const PROPOSED = ['ru: titles of forms shortened; kk: titles of forms and templates'];

/** The card with what its catalogue says besides: frequency, indicator, target, scoring, official forms. The rest of it is kept as it was. */
export function completed2024(card, catalogue) {
  const said = new Map(catalogue.projects.flatMap(({ tasks }) => tasks.flatMap(({ subtasks }) => subtasks)).map((each) => [each.code, each]));
  const proposed = [...card.meta.proposed.filter((each) => !PROPOSED.includes(each)), ...PROPOSED];
  return {
    meta: { ...card.meta, proposed },
    projects: card.projects.map((project) => ({
      ...project,
      tasks: project.tasks.map((task) => ({ ...task, subtasks: task.subtasks.map((subtask) => completedSubtask(subtask, said.get(subtask.code))) })),
    })),
    indicators: indicatorsOf(catalogue, said),
    forms: catalogue.report_forms.map(({ code, used_by: usedBy, source_lines: sourceLines }) => {
      const { signedBy, ...title } = FORMS[code];
      return { code, title, signedBy, usedBy, sourceLines };
    }),
    externalTemplates: catalogue.external_templates.map(({ code, used_by: usedBy, lines }) => ({ code, name: TEMPLATES[code], usedBy, sourceLines: lines })),
  };
}

function completedSubtask(subtask, { frequency, indicator, target, scoring }) {
  const entries = Object.entries(subtask).filter(([key]) => !['frequency', 'indicator', 'target', 'scoring'].includes(key));
  const place = entries.findIndex(([key]) => key === 'evidence');
  const added = {
    frequency: frequencyOf(frequency),
    ...(indicator && { indicator: SHARE }),
    ...(target && { target: { comparison: target.op, value: target.value, unit: { ru: '% государственных служащих в год', kk: 'жылына мемлекеттік қызметшілердің %-ы' } } }),
    ...(scoring && { scoring }),
  };
  return Object.fromEntries([...entries.slice(0, place), ...Object.entries(added), ...entries.slice(place)]);
}

function indicatorsOf(catalogue, said) {
  const served = [...said.values()].filter(({ indicator }) => indicator);
  return [
    {
      code: SHARE,
      title: { ru: '% от общего количества субъектов квазигосударственного сектора', kk: 'квазимемлекеттік сектор субъектілерінің жалпы санына шаққандағы %' },
      unit: 'percent',
      formula: served[0].indicator.formula,
      servedBy: served.map(({ code }) => code),
      sourceLines: null,
    },
  ];
}
