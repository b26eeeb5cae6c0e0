import { linesOf } from '../words/lines.js';
import { findApproval } from './approval.js';

const mm = 6;

/** A line of print, its left and right edge and its foot in millimetres. */
function line(text: string, left: number, right: number, foot: number) {
  const words = text.split(' ');
  const step = (right - left) / words.length;
  return words.map((word, i) => ({
    text: word,
    confidence: 95,
    box: [(left + i * step) * mm, (foot - 3) * mm, (left + (i + 1) * step - (i < words.length - 1 ? 1 : 0)) * mm, foot * mm] as const,
  }));
}

const found = (...lines: ReturnType<typeof line>[]) =>
  findApproval({ lines: linesOf(lines.flat(), mm), mm, width: 210 * mm, height: 297 * mm, expected: ['Г.Л. Тян'] });

describe('the approval block', () => {
  it('may be set to the right, its longer lines beginning far to the left', () => {
    const block = found(
      line('УТВЕРЖДАЮ', 170, 198, 23),
      line('Заместитель акима Мендыкаринского', 122, 198, 29),
      line('района Костанайской области', 140, 198, 35),
      line('Г.Л. Тян', 182, 198, 50),
      line('23 октября 2023 года', 155, 198, 56),
    );
    expect(block).toMatchObject({ position: 'Заместитель акима Мендыкаринского района Костанайской области', nameText: 'Г.Л. Тян', dateText: '23 октября 2023 года' });
  });

  it('leaves the block beside it alone', () => {
    const block = found(
      [...line('СОГЛАСОВАНО', 22, 52, 23), ...line('УТВЕРЖДАЮ', 130, 160, 23)],
      [...line('Вице-министр финансов', 22, 70, 29), ...line('Министр транспорта', 130, 175, 29)],
      [...line('К.О. Омаров', 22, 50, 45), ...line('Г.Л. Тян', 130, 150, 45)],
      line('12.05.2023', 130, 155, 52),
    );
    expect(block).toMatchObject({ position: 'Министр транспорта', nameText: 'Г.Л. Тян', dateText: '12.05.2023' });
  });

  it('of a body in the east of the country is no outgoing letter', () => {
    const block = found(
      line('БЕКІТЕМІН', 118, 150, 23),
      line('Шығыс Қазақстан облысының әкімі', 118, 190, 29),
      line('Г.Л. Тян', 118, 140, 40),
      line('2022 жылғы 11 желтоқсан', 118, 170, 46),
    );
    expect(block).toMatchObject({ position: 'Шығыс Қазақстан облысының әкімі', dateText: '2022 жылғы 11 желтоқсан' });
  });
});
