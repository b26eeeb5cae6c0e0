import type { DocumentCheck } from '@aigaq/documents';
import { jest } from '@jest/globals';
import { newsOfCheck } from './check-news.js';
import type { CheckNews } from './reading-job.dto.js';

const check = { verdict: 'passed' } as DocumentCheck;

describe('what is told while a paper is read', () => {
  const told: CheckNews[] = [];
  let now = 0;
  beforeEach(() => {
    told.length = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('is nothing of a short paper, which has no first verdict', () => {
    const { onPage } = newsOfCheck((news) => told.push(news));
    for (let page = 1; page <= 12; page += 1) {
      now += 5_000;
      onPage(page, 12);
    }
    expect(told).toEqual([]);
  });

  it('is the first verdict at once, then how many pages are read, every three seconds', () => {
    const { onPage, onVerdict } = newsOfCheck((news) => told.push(news));
    onPage(1, 20);
    onPage(20, 20);
    onVerdict(check);
    for (let page = 2; page <= 9; page += 1) {
      now += 1_000;
      onPage(page, 20);
    }
    expect(told).toEqual([{ pagesRead: 2, check }, { pagesRead: 5 }, { pagesRead: 8 }]);
  });
});
