// Requests that are kept in flight: as many at a time as asked for, each followed at once by the next.
import { Agent, request } from 'node:http';

/** @typedef {{ path: string, token: string }} Ask */

/**
 * @param {{ port: number, inFlight: number, seconds: number, next: () => Ask }} load
 * @returns {Promise<{ times: number[], perSecond: number }>} milliseconds of each answer; an answer that is no success ends it
 */
export async function keepInFlight({ port, inFlight, seconds, next }) {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  /** @type {number[]} */
  const times = [];
  const began = performance.now();
  const end = began + seconds * 1000;
  const worker = async () => {
    while (performance.now() < end) {
      const asked = performance.now();
      await get(agent, port, next());
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  agent.destroy();
  return { times, perSecond: (times.length * 1000) / (performance.now() - began) };
}

/** @param {Agent} agent @param {number} port @param {Ask} ask @returns {Promise<string>} the body */
export function get(agent, port, { path, token }) {
  return new Promise((resolve, reject) => {
    const asked = request({ agent, host: '127.0.0.1', port, path, headers: { authorization: `Bearer ${token}`, 'accept-language': 'ru' } }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (part) => { body += part; });
      answer.on('end', () => (answer.statusCode === 200 ? resolve(body) : reject(new Error(`${path}: ${answer.statusCode} ${body}`))));
    });
    asked.on('error', reject).end();
  });
}
