import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** A mail server of forty lines: takes every letter, or answers a command as told. */
export interface FakeSmtp {
  port: number;
  letters: string[];
  /** `{ 'RCPT TO': '550 no such user' }` answers commands that begin so. */
  answers: Record<string, string>;
  stop(): Promise<void>;
}

export async function fakeSmtp(): Promise<FakeSmtp> {
  const fake: Pick<FakeSmtp, 'letters' | 'answers'> = { letters: [], answers: {} };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    converse(socket, fake);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      sockets.forEach((socket) => socket.destroy());
    });
  return Object.assign(fake, { port: (server.address() as AddressInfo).port, stop });
}

function converse(socket: Socket, fake: Pick<FakeSmtp, 'letters' | 'answers'>): void {
  let letter: string[] | undefined;
  const say = (line: string): boolean => socket.write(`${line}\r\n`);
  say('220 fake ready');
  createInterface(socket).on('line', (line) => {
    if (letter === undefined) {
      const told = Object.entries(fake.answers).find(([command]) => line.toUpperCase().startsWith(command))?.[1];
      const isData = told === undefined && line.toUpperCase() === 'DATA';
      letter = isData ? [] : undefined;
      say(told ?? (isData ? '354 go on' : '250 fake'));
    } else if (line === '.') {
      fake.letters.push(letter.join('\r\n'));
      letter = undefined;
      say(fake.answers['.'] ?? '250 taken');
    } else {
      letter.push(line.replace(/^\.\./, '.'));
    }
  });
}
