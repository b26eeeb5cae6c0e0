import { kindOfHeading } from './kind.js';
import { languageOf } from './language.js';

describe('kind by heading', () => {
  it.each([
    ['ПРИКАЗ', 'order'],
    ['БҰЙРЫҚ', 'order'],
    ['БУЙРЫК', 'order'],
    ['Протокол', 'protocol'],
    ['ХАТТАМА', 'protocol'],
    ['АНАЛИТИЧЕСКАЯ СПРАВКА', 'note'],
    ['ТАЛДАМАЛЫҚ АНЫҚТАМА', 'note'],
    ['ПОЛИТИКА', 'policy'],
    ['ІС-ШАРАЛАР ЖОСПАРЫ', 'plan'],
    ['ХАБАРЛАНДЫРУ', 'announcement'],
    ['Исх. № 4-2/77', 'letter'],
    ['Шығ. № 3-8/1120', 'letter'],
    ['Исходящий № 12', 'letter'],
    ['Шығыс Қазақстан облысының әкімі', null],
    ['О проведении внутреннего анализа', null],
    ['Приказ Председателя Агентства', null],
  ])('%s is %s', (line, kind) => {
    expect(kindOfHeading(line)).toBe(kind);
  });
});

describe('language of a paper', () => {
  const russian = 'Факт исполнения подтверждается загрузкой соответствующего документа через систему общего количества субъектов'.split(' ');
  const kazakh = 'Сыбайлас жемқорлыққа қарсы іс-қимыл туралы мемлекеттік органның бірінші басшысы бекіткен стандартты енгізу'.split(' ');

  it.each([
    ['ru', russian],
    ['kk', kazakh],
    ['ru+kk', [...russian, ...kazakh]],
    [null, ['ПРИКАЗ']],
  ])('%s', (language, words) => {
    expect(languageOf(words)).toBe(language);
  });
});
