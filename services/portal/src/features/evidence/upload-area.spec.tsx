/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import '../../../jest.setup.js';
import { jest } from '@jest/globals';
import type { EvidenceView } from '@aigaq/api';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { newQueryClient, Providers } from '../../app/providers.js';
import { chooseLanguage } from '../../texts/language.js';
import { UploadArea } from './upload-area.js';

const photo = (name: string): File => new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0])], name);
const form = { url: '/store', fields: {} };
/** What the client reads of a Response. */
const answer = (body: object, status = 200) => ({ ok: status < 300, status, text: () => Promise.resolve(JSON.stringify(body)) }) as unknown as Response;
const answers = (complete: () => Response) => (path: string): Promise<Response> =>
  Promise.resolve(path.endsWith('/complete') ? complete() : answer({ id: 'u1', form, furtherForms: [form, form], expiresAt: '' }));

let stored: EvidenceView[];
let asked: jest.Mock<(path: string, options?: { body?: string }) => Promise<Response>>;
let posted: string[];
beforeEach(async () => {
  stored = [];
  posted = [];
  await act(() => chooseLanguage('ru'));
  Object.defineProperty(globalThis, 'crypto', { value: { subtle: { digest: () => Promise.resolve(new ArrayBuffer(32)) } }, configurable: true });
  asked = jest.fn(answers(() => answer({ id: 'e1', fileName: '1.jpg' })));
  globalThis.fetch = asked as unknown as typeof fetch;
  globalThis.XMLHttpRequest = class {
    upload = {};
    status = 204;
    onload = (): void => undefined;
    open(): void {}
    send(body: FormData): void {
      posted.push((body.get('file') as File).name);
      setTimeout(() => this.onload());
    }
  } as unknown as typeof XMLHttpRequest;
  render(
    <Providers client={newQueryClient()}>
      <UploadArea subject={{ type: 'assignment', id: 'a1' }} onStored={(paper) => stored.push(paper)} />
    </Providers>,
  );
});
afterEach(cleanup);

const choose = (...files: File[]) => act(() => fireEvent.change(screen.getByLabelText('Выбрать файл', { selector: 'input' }), { target: { files } }));
const press = (name: RegExp) => act(() => fireEvent.click(screen.getByRole('button', { name })));
const listed = (): string[] => screen.getAllByRole('listitem').map(({ textContent }) => /^[\w.]+?\.(jpg|p7s)/.exec(textContent)?.[0] ?? '');
const announced = () => JSON.parse(String(asked.mock.calls[0]?.[1]?.body)) as { fileName: string; further?: { fileName: string }[] };

describe('handing in files', () => {
  it('sends one file at once, as ever', async () => {
    await choose(photo('1.jpg'));
    await waitFor(() => expect(stored).toHaveLength(1));
    expect(announced()).toMatchObject({ fileName: '1.jpg', mediaType: 'image/jpeg' });
    expect(announced()).not.toHaveProperty('further');
  });

  it('puts several in order first, and sends them as one paper', async () => {
    await choose(photo('10.jpg'), photo('2.jpg'), photo('1.jpg'));
    expect(listed()).toEqual(['1.jpg', '2.jpg', '10.jpg']);
    expect(asked).not.toHaveBeenCalled();
    await press(/^Ниже: 1\.jpg/);
    await press(/^Выше: 10\.jpg/);
    expect(listed()).toEqual(['2.jpg', '10.jpg', '1.jpg']);
    await press(/^Загрузить как один документ \(3\)/);
    await waitFor(() => expect(stored).toHaveLength(1));
    expect([announced().fileName, ...announced().further!.map(({ fileName }) => fileName)]).toEqual(['2.jpg', '10.jpg', '1.jpg']);
    expect(posted).toEqual(['2.jpg', '10.jpg', '1.jpg']);
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('lets a signature be added from another place', async () => {
    await press(/^Документ из нескольких файлов/);
    await choose(photo('1.jpg'));
    await act(() => fireEvent.change(document.querySelector('input')!, { target: { files: [new File([new Uint8Array([0x30, 0x82, 0, 0])], '1.jpg.p7s')] } }));
    expect(screen.getAllByRole('listitem').at(-1)?.textContent).toContain('электронная подпись');
    await press(/^Убрать: 1\.jpg\.p7s/);
    expect(listed()).toEqual(['1.jpg']);
    await press(/^Отмена/);
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('says which of them is refused, and keeps the others', async () => {
    const refused = { type: '', title: '', status: 400, code: 'file.broken', detail: 'Файл повреждён.', data: { fileName: '2.jpg' }, fields: [], correlationId: '' };
    asked.mockImplementation(answers(() => answer(refused, 400)));
    await choose(photo('1.jpg'), photo('2.jpg'));
    await press(/^Загрузить как один документ/);
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('Файл повреждён.'));
    expect(screen.getByText('Файл «2.jpg»:')).toBeDefined();
    expect(listed()).toEqual(['1.jpg', '2.jpg']);
  });

  it('refuses one of another type before anything is sent', async () => {
    await choose(photo('1.jpg'), new File(['text'], 'a.txt'));
    await press(/^Загрузить как один документ/);
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('a.txt'));
    expect(asked).not.toHaveBeenCalled();
  });
});
