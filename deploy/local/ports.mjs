// Ports of this machine.
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SetupError } from './steps.mjs';

/** Whether something takes connections there. @param {number} port @returns {Promise<boolean>} */
export function isPortOpen(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => { socket.destroy(); resolve(true); });
    socket.once('error', () => resolve(false));
  });
}

/** Refuses a port that another program has; a server of ours that is just ending gets the time to. @param {number} port @param {string} user */
export async function requireFreePort(port, user) {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (await canListen(port)) {
      return;
    }
    await pause(100);
  }
  throw new SetupError(`Port ${port}, wanted for ${user}, is taken by another program: stop that program or choose another port.`);
}

/** @param {number} port @returns {Promise<boolean>} */
function canListen(port) {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
