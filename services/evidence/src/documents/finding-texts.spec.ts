import { FindingTexts } from './finding-texts.service.js';

const texts = new FindingTexts();
const words = (code: string, outcome: 'person' | 'failed', data: Record<string, string>): Record<string, string> => ({
  ...texts.wordsOf({ code, outcome, page: null, data }),
});

describe('findings in words', () => {
  it('say why an electronic signature goes to a person: for what the reader knows', () => {
    expect(words('electronic_signature_unsure', 'person', { signer: 'ПЕТРОВ ИВАН', reason: 'signer_other' })).toEqual({
      ru: 'Электронную подпись (ПЕТРОВ ИВАН) нужно проверить вручную. Подписавшего нет среди лиц с правом подписи.',
      kk: 'Электрондық қолтаңбаны (ПЕТРОВ ИВАН) қолмен тексеру қажет. Қол қоюшы қол қою құқығы бар адамдардың арасында жоқ.',
    });
  });

  it('and for what the verification of signatures knows', () => {
    expect(words('electronic_signature_invalid', 'failed', { signer: '—', reason: 'changed_later' })['ru']).toBe(
      'Электронная подпись (—) недействительна. После подписания документ изменён.',
    );
  });

  it('name kinds and days as people do', () => {
    const data = { kind: 'order', expected: 'protocol, note' };
    expect(words('kind_unexpected', 'person', data)['ru']).toBe(
      'Вид документа «приказ» не предусмотрен для этой подзадачи (ожидается: протокол, аналитическая справка).',
    );
    expect(words('wrong_date', 'failed', { date: '2024-05-01', expected: '2024-05-02' })['ru']).toContain('01.05.2024');
  });
});
