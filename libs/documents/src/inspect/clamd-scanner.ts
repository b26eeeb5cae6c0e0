import { createConnection, type Socket } from 'node:net';
import type { FileInspection } from './inspect-file.js';
import { documentInside } from '../signed/cms-document.js';
import { MalwareScanner } from './malware-scanner.js';

export interface ClamdSettings {
  /** `tcp://host:port` or `unix:/path`. */
  readonly address: string;
  /** For the whole of one file: connecting, sending, the answer. */
  readonly timeoutSeconds: number;
}

/** The scanner gave no clear answer: the file must stay where it is. */
export class ClamdUnavailable extends Error {
  override readonly name = 'ClamdUnavailable';
}

const CHUNK_BYTES = 256 * 1024;
const LONGEST_ANSWER = 4_096;

/**
 * Asks a clamd by INSTREAM what it knows about a file. The structure rules always come first: what they refuse is never sent.
 * Anything but a clear "clean" or "found" is no answer, and without an answer nothing is let through.
 */
export class ClamdScanner extends MalwareScanner {
  constructor(
    private readonly structure: MalwareScanner,
    private readonly settings: ClamdSettings,
  ) {
    super();
  }

  /** @throws ClamdUnavailable when clamd cannot be reached, is too slow or answers an error */
  override async scan(bytes: Uint8Array, declaredType: string): Promise<FileInspection> {
    const found = await this.structure.scan(bytes, declaredType);
    if (!found.ok) return found;
    // clamd does not look into a signature: the document inside is sent as well.
    const inside = found.type === 'cms' ? documentInside(bytes) : null;
    for (const each of inside === null ? [bytes] : [bytes, inside.bytes]) {
      if (await this.isMalware(each)) return { ok: false, code: 'file.malware' };
    }
    return found;
  }

  private async isMalware(bytes: Uint8Array): Promise<boolean> {
    const answer = await ask(this.settings, bytes);
    if (/^stream: OK$/.test(answer)) return false;
    if (/^stream: .+ FOUND$/.test(answer)) return true;
    throw new ClamdUnavailable(`clamd answers: ${answer.slice(0, 200)}`);
  }
}

async function ask({ address, timeoutSeconds }: ClamdSettings, bytes: Uint8Array): Promise<string> {
  const socket = connectTo(address);
  const timer = setTimeout(() => socket.destroy(new Error(`no answer within ${timeoutSeconds} s`)), timeoutSeconds * 1000);
  try {
    const answer = answerOf(socket);
    // clamd may answer and close before it has everything: its answer then counts, not the failed writing.
    const [sent, answered] = await Promise.allSettled([send(socket, bytes), answer]);
    if (answered.status === 'fulfilled' && answered.value !== '') return answered.value;
    throw sent.status === 'rejected' ? sent.reason : answered.status === 'rejected' ? answered.reason : new Error('no answer');
  } catch (error) {
    throw new ClamdUnavailable(error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

function connectTo(address: string): Socket {
  if (address.startsWith('unix:')) return createConnection({ path: address.slice('unix:'.length) });
  const { hostname, port } = new URL(address);
  return createConnection({ host: hostname, port: Number(port) });
}

/** Each chunk is preceded by its length; an empty one ends the file. */
async function send(socket: Socket, bytes: Uint8Array): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0', 'latin1'));
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    const chunk = bytes.subarray(at, at + CHUNK_BYTES);
    await write(socket, lengthOf(chunk.length));
    await write(socket, chunk);
  }
  await write(socket, lengthOf(0));
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}

function write(socket: Socket, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Error('the connection was closed'));
    socket.once('close', fail);
    socket.write(bytes, (error) => {
      socket.removeListener('close', fail);
      if (error) reject(error);
      else resolve();
    });
  });
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      answer += text;
      const end = answer.indexOf('\0');
      if (end >= 0) resolve(answer.slice(0, end).trim());
      else if (answer.length > LONGEST_ANSWER) socket.destroy(new Error('an endless answer'));
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(''));
  });
}
