/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import '../../../jest.setup.js';
import type { AuditRecordView, VerificationView } from '@aigaq/api';
import { jest } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { newQueryClient, Providers } from '../../app/providers.js';
import { chooseLanguage } from '../../texts/language.js';
import { AuditPage } from './audit-page.js';

const akimat = { id: 'akimat-kostanay', name: { kk: 'Қостанай облысының әкімдігі', ru: 'Акимат Костанайской области' }, kind: 'akimat-region' as const };
const district = { id: 'auliekol', name: { kk: 'Әулиекөл ауданының әкімдігі', ru: 'Акимат Аулиекольского района' }, kind: 'akimat-district' as const };
const record: AuditRecordView = {
  partition: 7,
  number: 42,
  time: '2026-05-20T04:00:00.000Z',
  recordedAt: '2026-05-20T04:00:01.000Z',
  type: 'AssignmentReturned',
  actor: { id: 'p1', name: 'Гүлнар Оспанова' },
  under: { role: 'coordinator', organisationId: akimat.id, organisation: akimat },
  organisationId: district.id,
  organisation: district,
  thingId: '2024:1.1.2',
  changes: [{ field: 'status', before: 'submitted', after: 'returned' }],
  reason: 'no_signature: Нет подписи',
  from: { address: '10.20.30.40', agent: 'Firefox' },
  correlationId: 'c1',
  payload: {},
  previousHash: 'a'.repeat(64),
  hash: 'b'.repeat(64),
};
const chains = Array.from({ length: 16 }, (_, partition) => ({ partition, records: 10, head: 'c'.repeat(64), brokenAt: null }));
const whole: VerificationView = { ok: true, records: 160, sealed: 150, roots: { count: 3, lastDay: '2026-05-19' }, partitions: chains, brokenAt: null };
const broken: VerificationView = {
  ...whole,
  ok: false,
  partitions: chains.map((chain) => (chain.partition === 3 ? { ...chain, brokenAt: 12 } : chain)),
  brokenAt: { reason: 'record', partition: 3, number: 12, day: '2026-05-18' },
};

function show(verification: VerificationView): string[] {
  const asked: string[] = [];
  globalThis.fetch = jest.fn((path: string) => {
    asked.push(path);
    const root = { day: '2026-05-19', hash: 'd'.repeat(64), records: 1370, sealedAt: '2026-05-19T19:00:10.000Z', publishedAt: '2026-05-19T19:00:11.000Z', stampedAt: null };
    const items = path.startsWith('/api/audit/records') ? [record] : path.startsWith('/api/audit/roots') ? [root] : [];
    const answer = path.startsWith('/api/audit/verification') ? verification : { items, nextCursor: null };
    return Promise.resolve({ ok: true, status: 200, text: () => Promise.resolve(JSON.stringify(answer)) });
  }) as unknown as typeof fetch;
  render(
    <Providers client={newQueryClient()}>
      <MemoryRouter>
        <AuditPage />
      </MemoryRouter>
    </Providers>,
  );
  return asked;
}

jest.setTimeout(60_000);
const PATIENCE = { timeout: 20_000 };

describe('the page of the auditors', () => {
  it.each([
    ['ru', 'Гүлнар Оспанова: возврат задания 2024:1.1.2 на доработку', 'Координатор, Акимат Костанайской области', 'Акимат Аулиекольского района', 'Стало'],
    ['kk', 'Гүлнар Оспанова 2024:1.1.2 тапсырмасын толықтыруға қайтарды', 'Үйлестіруші, Қостанай облысының әкімдігі', 'Әулиекөл ауданының әкімдігі', 'Кейін'],
  ] as const)('tells in %s who did what, on whose behalf, for whom, from where, and what changed', async (language, sentence, behalf, concerned, after) => {
    void chooseLanguage(language);
    show(whole);
    expect(await screen.findByText(sentence, {}, PATIENCE)).toBeTruthy();
    for (const text of [behalf, concerned, '10.20.30.40', after, 'returned', record.reason ?? '']) {
      expect(screen.getByText(text)).toBeTruthy();
    }
    expect(await screen.findByText('d'.repeat(64), {}, PATIENCE)).toBeTruthy();
  });

  it('says that the record is whole, and how much of it is sealed', async () => {
    void chooseLanguage('ru');
    const asked = show(whole);
    fireEvent.click(screen.getByRole('button', { name: 'Проверить журнал' }));
    expect(await screen.findByText(/Журнал цел\. Проверено записей: 160, под печатями дней: 150\./, {}, PATIENCE)).toBeTruthy();
    expect(asked.filter((path) => path === '/api/audit/verification')).toHaveLength(1);
  });

  it('says where it is broken, and which chains are whole', async () => {
    void chooseLanguage('ru');
    show(broken);
    fireEvent.click(screen.getByRole('button', { name: 'Проверить журнал' }));
    expect(await screen.findByText(/цепочка 3, запись № 12, день .*запись изменена, изъята, вставлена или переставлена/, {}, PATIENCE)).toBeTruthy();
    expect(screen.getByText('нарушена на записи № 12')).toBeTruthy();
    expect(screen.getAllByText('цела')).toHaveLength(15);
  });

  it('asks for what the filter names', async () => {
    void chooseLanguage('ru');
    const asked = show(whole);
    fireEvent.change(screen.getByLabelText('Кто (имя или идентификатор)'), { target: { value: ' Оспан ' } });
    fireEvent.click(screen.getByRole('button', { name: 'Найти' }));
    await screen.findByText('10.20.30.40', {}, PATIENCE);
    expect(asked).toContain('/api/audit/records?limit=50&person=%D0%9E%D1%81%D0%BF%D0%B0%D0%BD');
  });
});
