import { tokensOf } from './tokens.js';

const read = (text: string) => tokensOf(text.split(' '));
const order = (number: string, date: string, place: string, name: string) =>
  read(`Акимат ${place} ПРИКАЗ № ${number} от ${date} В целях предупреждения коррупции назначить ответственных лиц Руководитель ${name}`);

describe('words of a paper', () => {
  it.each([
    ['Russian', '15 января 2026 года', '3 мая 2024 года'],
    ['in figures', '15.01.2026', '03.05.2024'],
    ['Kazakh', '2026 жылғы 15 қаңтар', '2024 жылғы 3 мамыр'],
  ])('are the same when number, date (%s), district and name are others', (_form, one, other) => {
    const a = order('12-п', one, 'Аулиекольского района', 'С.А. Кожахметов');
    const b = order('340', other, 'района Мақаншы', 'Нурланов Е.К.');
    expect(a.words).toEqual(b.words);
    expect(a.ends).toEqual(b.ends);
    for (const list of ['numbers', 'dates', 'places', 'names'] as const) expect(a[list]).not.toEqual(b[list]);
  });

  it('are the same in Kazakh letters and in those that recognition takes for them', () => {
    expect(read('сыбайлас жемқорлыққа қарсы іс-қимыл').words).toEqual(read('сыбайлас жемкорлыкка карсы ic-кимыл').words);
  });

  it('are whole again when a line broke them', () => {
    expect(read('предупреждение корруп- ции').words).toEqual(read('предупреждение коррупции').words);
  });

  it('keep places and names out wherever they stand', () => {
    const sentence = (place: string) => read(`В ${place}ском районе, в ${place}е рассмотрено обращение граждан`).words;
    expect(sentence('Аулиеколь')).toEqual(sentence('Сарыагаш'));
  });

  it('are none on an empty page', () => {
    expect(read('').words).toHaveLength(0);
  });
});
