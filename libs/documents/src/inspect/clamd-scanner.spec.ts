import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { int, octets, oid, seq, set, tagged } from '../../../signatures/test/fixtures/der.js';
import { pdf, xlsx } from '../../test/made-files.js';
import { ClamdScanner, ClamdUnavailable } from './clamd-scanner.js';
import { StructureScanner } from './malware-scanner.js';

/** What a clamd does with the file that it was sent. */
type Behaviour = (file: Buffer, socket: Socket) => void;

const answering = (text: string): Behaviour => (_, socket) => socket.end(`${text}\0`);
let server: Server | undefined;
let connections = 0;

/** The protocol by the book: a command, chunks with their lengths, an empty one. */
function listen(behaviour: Behaviour, where: { path: string } | { port: 0; host: string } = { port: 0, host: '127.0.0.1' }): Promise<string> {
  connections = 0;
  server = createServer((socket) => {
    connections += 1;
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      received = Buffer.concat([received, data]);
      const file = fileIn(received);
      if (file !== null) behaviour(file, socket);
    });
  });
  const listening = Promise.withResolvers<string>();
  server.listen(where, () => listening.resolve('path' in where ? `unix:${where.path}` : `tcp://127.0.0.1:${(server!.address() as AddressInfo).port}`));
  return listening.promise;
}

function fileIn(received: Buffer): Buffer | null {
  const chunks: Buffer[] = [];
  expect(received.toString('latin1', 0, 10)).toBe('zINSTREAM\0');
  for (let at = 10; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

const scanner = (address: string, timeoutSeconds = 5): ClamdScanner => new ClamdScanner(new StructureScanner(), { address, timeoutSeconds });

afterEach(async () => {
  const closed = Promise.withResolvers<void>();
  if (server?.listening) server.close(() => closed.resolve());
  else closed.resolve();
  await closed.promise;
});

describe('asking clamd', () => {
  it('lets a clean file through, whole, with what the structure rules found', async () => {
    const paper = await pdf([[595, 842], [595, 842]]);
    let sent: Buffer | undefined;
    const address = await listen((file, socket) => {
      sent = file;
      socket.end('stream: OK\0');
    });
    expect(await scanner(address).scan(paper, 'pdf')).toEqual({ ok: true, type: 'pdf', pages: 2 });
    expect(sent?.equals(paper)).toBe(true);
  });

  it('goes by a socket of the machine too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'aigaq-clamd-'));
    const address = await listen(answering('stream: OK'), { path: join(folder, 'clamd.sock') });
    expect(await scanner(address).scan(xlsx(), 'xlsx')).toEqual({ ok: true, type: 'xlsx', pages: 1 });
    await rm(folder, { recursive: true });
  });

  it('refuses what it knows', async () => {
    const address = await listen(answering('stream: Win.Test.EICAR_HDB-1 FOUND'));
    expect(await scanner(address).scan(await pdf(), 'pdf')).toEqual({ ok: false, code: 'file.malware' });
  });

  it('is asked about the document in a signature too', async () => {
    const paper = await pdf();
    const inside = seq(oid('1.2.840.113549.1.7.1'), tagged(0, octets(paper)));
    const cms = Buffer.from(seq(oid('1.2.840.113549.1.7.2'), tagged(0, seq(int(1), set(), inside, set(seq(int(1)))))));
    const address = await listen((file, socket) => socket.end(file.equals(paper) ? 'stream: Test FOUND\0' : 'stream: OK\0'));
    expect(await scanner(address).scan(cms, 'application/cms')).toEqual({ ok: false, code: 'file.malware' });
    expect(connections).toBe(2);
  });

  it('never sends what the structure rules refuse', async () => {
    const address = await listen(answering('stream: OK'));
    expect(await scanner(address).scan(Buffer.from('MZ'), 'pdf')).toEqual({ ok: false, code: 'file.wrong_type' });
    expect(connections).toBe(0);
  });

  it.each<[string, Behaviour]>([
    ['an error', answering('stream: Can\'t allocate memory ERROR')],
    ['that the file is too large for it', answering('INSTREAM size limit exceeded. ERROR')],
    ['something else', answering('HTTP/1.1 400 Bad Request')],
    ['OK with something behind it', answering('stream: OK FOUND nothing')],
    ['nothing, and closes', (_, socket) => socket.end()],
    ['by breaking the connection', (_, socket) => socket.resetAndDestroy()],
    ['without an end', (_, socket) => void socket.write('a'.repeat(10_000))],
    ['never', () => undefined],
  ])('lets nothing through when it answers %s', async (_, behaviour) => {
    const address = await listen(behaviour);
    await expect(scanner(address, 0.5).scan(await pdf(), 'pdf')).rejects.toThrow(ClamdUnavailable);
  });

  it('lets nothing through when it cannot be reached', async () => {
    await expect(scanner('tcp://127.0.0.1:1').scan(await pdf(), 'pdf')).rejects.toThrow(ClamdUnavailable);
    await expect(scanner('unix:/nowhere/clamd.sock').scan(await pdf(), 'pdf')).rejects.toThrow(ClamdUnavailable);
  });
});
