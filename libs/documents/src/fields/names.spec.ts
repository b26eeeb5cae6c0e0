import { NAME_PAIRS } from '../../../names/test/name-pairs.js';
import { compareNames, findNames, initialsLike, isActing, isSignedFor, parseName, shortName } from './names.js';

describe('finding names in a text', () => {
  it.each([
    ['А.Б. Сериков', 'А.Б. Сериков'],
    ['акима области А.Б.Сериков', 'А.Б. Сериков'],
    ['С.Ә. Қожахметов', 'С.Ә. Қожахметов'],
    ['Жұмабаева М.Т.', 'М.Т. Жұмабаева'],
    ['Е. Нурланов', 'Е. Нурланов'],
    ['_____ К.Е. Ысқақова', 'К.Е. Ысқақова'],
    ['Р.3. Кулбаев', 'Р.З. Кулбаев'],
    ['у.0. Әміров', 'У.О. Әміров'],
    ['`0.Э. Габдуллина', 'О.Э. Габдуллина'],
    ['9.Г. Асылбек', 'Ө.Г. Асылбек'],
    ['1.Б. Қабдолов', 'І.Б. Қабдолов'],
    ['1. Б. Қабдолов', 'Б. Қабдолов'],
    ['12.Б. Қабдолов', 'Б. Қабдолов'],
    ['АУ. Байтұрсынов', 'А.У. Байтұрсынов'],
    ['Ескендіров Ж.Ш.', 'Ж.Ш. Ескендіров'],
  ])('%s holds %s', (text, name) => {
    expect(findNames(text).map((found) => shortName(found.name))).toEqual([name]);
  });

  it.each(['О проведении внутреннего анализа', 'ПРИКАЗ № 125', 'Ф.И.О. лиц', '№ 3. Кадровой службе', 'пункт 3.0. Общие'])('%s holds none', (text) => {
    expect(findNames(text)).toEqual([]);
  });
});

describe('initials beside a surname that is known', () => {
  it.each([
    ['3.3.', ['З', 'З']],
    ['3. 3,', ['З', 'З']],
    ['1.', ['І']],
    ['к.', ['К']],
    ['Ө.Г.', ['Ө', 'Г']],
    ['мс.', ['М', 'С']],
    ['г.', []],
    ['12.', []],
    ['3', []],
    ['АО', []],
    ['', []],
  ])('%s', (text, initials) => {
    expect(initialsLike(text)).toEqual(initials);
  });
});

describe('names as a register holds them', () => {
  it.each([
    ['Сериков Асқар Болатұлы', 'Сериков', ['А', 'Б']],
    ['Асқар Болатұлы Сериков', 'Сериков', ['А', 'Б']],
    ['Ахметова Гульнара Муратовна', 'Ахметова', ['Г', 'М']],
    ['А.Б. Сериков', 'Сериков', ['А', 'Б']],
    ['Ким Олег', 'Ким', ['О']],
  ])('%s', (text, surname, initials) => {
    expect(parseName(text)).toEqual({ surname, initials });
  });
});

describe('comparing a name that was read with the one expected', () => {
  it.each([
    ['М.Т. Жумабаева', 'М.Т. Жұмабаева', 'same'],
    ['С.А. Кожахметов', 'С.Ә. Қожахметов', 'same'],
    ['А.Б. Сериков', 'Сериков Асқар Болатұлы', 'same'],
    ['А. Сериков', 'А.Б. Сериков', 'same'],
    ['Сериков', 'А.Б. Сериков', 'unsure'],
    ['А.Б. Серикав', 'А.Б. Сериков', 'same'],
    ['Э.Б. Сериков', 'Ә.Б. Сериков', 'same'],
    ['А.Б. Ысқақов', 'А.Б. Искаков', 'same'],
    ['А.Б. Ахметова', 'А.Б. Ахметов', 'unsure'],
    ['Г.Б. Сериков', 'А.Б. Сериков', 'unsure'],
    ['А.Б. Серкав', 'А.Б. Сериков', 'unsure'],
    ['А.Б. Серков', 'А.Б. Сериков', 'same'],
    ['А.Б. Ахмедов', 'А.Б. Ахметов', 'unsure'],
    ['А.Б. Власенков', 'А.Б. Власенко', 'unsure'],
    ['А.Б. Валиев', 'А.Б. Алиев', 'unsure'],
    ['А.Б. Ким', 'А.Б. Кин', 'unsure'],
    ['А.Б. Ким', 'А.Б. Ли', 'different'],
    ['Р.И. Петренко', 'А.Б. Сериков', 'different'],
  ])('%s against %s is %s', (read, expected, match) => {
    expect(compareNames(parseName(read), parseName(expected))).toBe(match);
  });
});

// The same table as for names that were typed: what is forgiven to recognition must not make two people one.
describe.each(['one letter, and another surname', 'a man and a woman'])('names in print that are not one person: %s', (group) => {
  it.each([...(NAME_PAIRS[group] ?? [])])('%s, %s', (read, expected) => {
    expect(compareNames(parseName(read), parseName(expected))).not.toBe('same');
  });
});

describe('acting heads', () => {
  it.each([
    ['И.о. акима города Рудного', true],
    ['Исполняющий обязанности акима', true],
    ['Қостанай облысы әкімі аппаратының басшысы м.а.', true],
    ['Сарыағаш ауданы әкімінің м.а', true],
    ['Аким города Рудного', false],
    ['Руководитель отдела и охраны', false],
  ])('%s: %s', (position, acting) => {
    expect(isActing(position)).toBe(acting);
  });
});

describe('somebody who signs for another', () => {
  it.each([
    ['за Сарыагаш ауданының әкімі', true],
    ['30 төрағасының орынбасары', true],
    ['Заместитель акима', false],
    ['Аким города', false],
  ])('%s: %s', (position, is) => {
    expect(isSignedFor(position)).toBe(is);
  });
});
