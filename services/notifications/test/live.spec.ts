import { PEOPLE, type TestPerson, type TestService, tokenFor } from '@aigaq/testing';
import { DISTRICT, letterBox, startNotifications, told } from './house.js';

const PORT = 29_871;
const ID = `2024:1.1.2:${DISTRICT}:2026`;

interface Message {
  event: string;
  data: unknown;
}

let service: TestService;
const open: AbortController[] = [];

beforeAll(async () => {
  service = await startNotifications(await letterBox());
  await service.app.listen(PORT, '127.0.0.1');
}, 180_000);
afterEach(() => open.splice(0).forEach((each) => each.abort()));
afterAll(() => service.stop());

/** The open portal of a person: what was told to it so far. */
async function portalOf(person: TestPerson): Promise<Message[]> {
  const end = new AbortController();
  open.push(end);
  const headers = { authorization: `Bearer ${await tokenFor(person)}`, accept: 'text/event-stream' };
  const answer = await fetch(`http://127.0.0.1:${PORT}/api/notifications/live`, { headers, signal: end.signal });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/event-stream')]);
  const messages: Message[] = [];
  void take(answer.body as ReadableStream<Uint8Array>, messages).catch(() => undefined);
  return messages;
}

async function take(stream: ReadableStream<Uint8Array>, into: Message[]): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    into.push(...blocks.flatMap(messageOf));
  }
}

function messageOf(block: string): Message[] {
  const field = (name: string) => block.split('\n').find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  const data = field('data');
  return data ? [{ event: field('event') ?? '', data: JSON.parse(data) }] : [];
}

describe('the live stream', () => {
  it('gives a notice to the one whom it concerns, and the change to all who may see it', async () => {
    const [coordinator, curator, stranger] = [await portalOf(PEOPLE.coordinator), await portalOf(PEOPLE.curator), await portalOf(PEOPLE.stranger)];
    // In the region, but not one who sees its districts.
    const ethics = await portalOf(PEOPLE.ethics);
    const event = told('AssignmentSubmitted', PEOPLE.executor);
    await service.tell(event, event);
    const change = { event: 'changed', data: { thing: 'assignment', id: ID } };
    await service.eventually(() => {
      expect(coordinator).toContainEqual(change);
      expect(curator).toContainEqual(change);
    });
    const notices = coordinator.filter((message) => message.event === 'notice');
    expect(notices).toMatchObject([{ data: { code: 'assignment.submitted', readAt: null } }]);
    expect(curator.filter((message) => message.event === 'notice')).toEqual([]);
    expect([stranger, ethics]).toEqual([[], []]);
  });

  it('says that a newer calendar moved the dates', async () => {
    const executor = await portalOf(PEOPLE.executor);
    await service.tell(told('AssignmentRescheduled'));
    await service.eventually(() => expect(executor).toContainEqual({ event: 'changed', data: { thing: 'assignment', id: ID } }));
  });

  it('says that the numbers have changed when there was time to count them', async () => {
    const head = await portalOf(PEOPLE.head);
    await service.tell(told('AssignmentAccepted', PEOPLE.curator));
    await service.eventually(() => expect(head).toContainEqual({ event: 'changed', data: { thing: 'overview', id: DISTRICT } }));
    expect(head.map(({ data }) => (data as { thing: string }).thing)).toEqual(['assignment', 'overview']);
  });

  it('is for people with a token', async () => {
    expect((await fetch(`http://127.0.0.1:${PORT}/api/notifications/live`)).status).toBe(401);
  });

  it('does not keep the service from ending', async () => {
    const other = await startNotifications(await letterBox());
    await other.app.listen(PORT + 1, '127.0.0.1');
    const headers = { authorization: `Bearer ${await tokenFor(PEOPLE.head)}` };
    const answer = await fetch(`http://127.0.0.1:${PORT + 1}/api/notifications/live`, { headers });
    const began = Date.now();
    await other.stop();
    expect(Date.now() - began).toBeLessThan(5_000);
    await answer.body?.cancel().catch(() => undefined);
  });
});
