/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import '../../../jest.setup.js';
import type { ElectronicSignatureView, EvidenceView, RecheckView } from '@aigaq/api';
import { act, render, screen } from '@testing-library/react';
import { newQueryClient, Providers } from '../../app/providers.js';
import { chooseLanguage, type Language } from '../../texts/language.js';
import { Signatures } from './signatures.js';

const both = (text: string) => ({ kk: `${text} (kk)`, ru: text });
const signature: ElectronicSignatureView = {
  validity: 'valid',
  reason: both('Подпись действительна на время, подтверждённое меткой времени.'),
  otherReasons: [],
  signer: {
    ...{ name: 'СЕЙТҚАЛИЕВ НҰРЛАН', iin: '••••••••0123', organisation: 'ГУ «АППАРАТ АКИМА»', bin: '960340000123', isOwnBody: true },
    ...{ kind: both('первый руководитель'), roles: [both('юридическое лицо'), both('первый руководитель')] },
  },
  trustedTime: '2025-06-02T09:30:05.000Z',
  timeAuthority: 'TSA',
  claimedTime: '2025-06-02T09:30:00.000Z',
  laterBytes: 0,
  laterChanges: [],
  changedPages: [],
  nextCheck: null,
};

async function show(language: Language, changes: Partial<ElectronicSignatureView>, rechecks: RecheckView[] = []): Promise<string> {
  await act(() => chooseLanguage(language));
  const evidence = { id: 'e1', state: 'checked', rechecks, check: { signatures: [{ ...signature, ...changes }] } } as unknown as EvidenceView;
  render(
    <Providers client={newQueryClient()}>
      <Signatures evidence={evidence} />
    </Providers>,
  );
  return screen.getAllByRole('listitem').map(({ textContent }) => textContent).join('\n');
}

describe('electronic signatures of a paper', () => {
  it('are not mentioned where there are none', () => {
    render(
      <Providers client={newQueryClient()}>
        <Signatures evidence={{ id: 'e1', check: { signatures: [] }, preliminary: null } as unknown as EvidenceView} />
      </Providers>,
    );
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('say who signed, for whom, as whom and when', async () => {
    const words = await show('ru', {});
    for (const part of ['Действительна', 'метк', 'СЕЙТҚАЛИЕВ НҰРЛАН', 'ИИН••••••••0123', 'ГУ «АППАРАТ АКИМА»', '960340000123 — этого органа', 'первый руководитель, юридическое лицо', 'подтверждено меткой времени: TSA', 'файл не дополнялся']) {
      expect(words).toContain(part);
    }
    expect(words).not.toContain('Следующая проверка');
  });

  it.each<[string, Partial<ElectronicSignatureView>, string[], string[]]>([
    ['invalid', { validity: 'invalid', laterBytes: 51_200, laterChanges: [both('изменено содержание')], changedPages: [1, 3] }, ['Недействительна', 'байтов: 51', 'Что изменилось: изменено содержание.', 'страниц: 1, 3.'], ['Жарамсыз', 'байт саны: 51', 'изменено содержание (kk)', 'беттер: 1, 3.']],
    ['without a trusted time', { trustedTime: null, timeAuthority: null }, ['Доверенного времени нет.', 'По часам подписавшего'], ['Сенімді уақыт жоқ.', 'Қол қоюшының сағаты бойынша']],
    ['undetermined, to be checked again', { validity: 'undetermined', otherReasons: [both('Служба не ответила.')], nextCheck: '2026-11-22T00:00:00.000Z' }, ['Не подтверждена', 'Служба не ответила.', 'Следующая проверка'], ['Расталмаған', 'Служба не ответила. (kk)', 'Келесі тексеру']],
    ['of another body', { signer: { ...signature.signer!, isOwnBody: false } }, ['— другого органа'], ['— басқа органның']],
    ['of a personal certificate', { signer: { ...signature.signer!, organisation: null, bin: null, isOwnBody: null, iin: null } }, ['Организацияв сертификате не указано', 'БИНв сертификате не указано', 'ИИНв сертификате не указано'], ['сертификатта көрсетілмеген']],
    ['that cannot be opened', { validity: 'undetermined', signer: null, trustedTime: null, claimedTime: null, laterBytes: null }, ['сертификата подписавшего нет', 'неизвестно, какая часть файла подписана'], ['қол қоюшының сертификаты жоқ', 'қай бөлігіне қол қойылғаны белгісіз']],
  ])('say of one %s so, in both languages', async (_, changes, russian, kazakh) => {
    const words = await show('ru', changes);
    russian.forEach((part) => expect(words).toContain(part));
    document.body.innerHTML = '';
    const other = await show('kk', changes);
    kazakh.forEach((part) => expect(other).toContain(part));
  });

  it.each([
    ['ru', 'СЕЙТҚАЛИЕВ НҰРЛАН: было — «Не подтверждена», стало — «Действительна».', 'Вывод машины: был'],
    ['kk', 'СЕЙТҚАЛИЕВ НҰРЛАН: бұрын — «Расталмаған», енді — «Жарамды».', 'Машинаның қорытындысы: бұрын'],
  ] as const)('keep the history of what another look changed, in %s', async (language, signature, verdict) => {
    const recheck: RecheckView = { at: '2026-11-22T05:00:00.000Z', before: 'person', after: 'passed', signatures: [{ signer: 'СЕЙТҚАЛИЕВ НҰРЛАН', before: 'undetermined', after: 'valid' }] };
    const words = await show(language, {}, [recheck]);
    expect(words).toContain(signature);
    expect(words).toContain(verdict);
    document.body.innerHTML = '';
    expect(await show(language, {}, [{ ...recheck, after: 'person' }])).not.toContain(verdict);
  });
});
