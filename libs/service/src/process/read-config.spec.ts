import { z } from 'zod';
import { readConfig, serviceVariables } from './read-config.js';

const Config = z.object({ ...serviceVariables, TASKS_PORT: z.coerce.number().int().min(1).max(65_535), SECRET: z.string().min(20) });
const right = { MONGODB_URI: 'mongodb://127.0.0.1:27017', KAFKA_BROKERS: 'a:1, b:2', TASKS_PORT: '4210', SECRET: 'x'.repeat(20), HOST: '' };

describe('reading the configuration', () => {
  it('gives values of their types, and defaults for what is empty', () => {
    expect(readConfig(Config, right)).toEqual({
      MONGODB_URI: 'mongodb://127.0.0.1:27017',
      KAFKA_BROKERS: ['a:1', 'b:2'],
      TASKS_PORT: 4210,
      SECRET: 'x'.repeat(20),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
    });
  });

  it('lists every mistake by name, no value, and ends with 1', () => {
    const said: string[] = [];
    const exit = (code: number): never => {
      throw new Error(`exit ${code}`);
    };
    const wrong = { ...right, MONGODB_URI: 'http://hidden', TASKS_PORT: '70000', SECRET: 'hidden', KAFKA_BROKERS: '' };
    expect(() => readConfig(Config, wrong, { write: (text) => void said.push(text), exit })).toThrow('exit 1');
    expect(said.join('').match(/^ {2}\w+(?=: .)/gm)).toEqual(['  MONGODB_URI', '  KAFKA_BROKERS', '  TASKS_PORT', '  SECRET']);
    expect(said.join('')).not.toContain('hidden');
  });
});
