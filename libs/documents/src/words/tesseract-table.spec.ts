import { wordsOfTable } from './tesseract-table.js';

describe("the words of tesseract's table", () => {
  it('are its rows of the fifth level', () => {
    const table = [
      'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext',
      '1\t1\t0\t0\t0\t0\t0\t0\t1240\t1754\t-1\t',
      '4\t1\t1\t1\t1\t0\t100\t200\t150\t30\t-1\t',
      '5\t1\t1\t1\t1\t1\t100\t200\t80\t30\t96.5\tӘкім',
      '5\t1\t1\t1\t1\t2\t190\t201\t60\t29\t40\t№4',
      '',
    ].join('\n');
    expect(wordsOfTable(table)).toEqual([
      { text: 'Әкім', confidence: 96.5, box: [100, 200, 180, 230] },
      { text: '№4', confidence: 40, box: [190, 201, 250, 230] },
    ]);
  });
});
