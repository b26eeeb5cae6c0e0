import type { DeadLetter, DeadLetters } from './dead-letter.js';
import { KafkaTransport } from './kafka/kafka-transport.js';
import { RemoteDeadLetters } from './local/dead-letter-file.js';

const USAGE = `Usage: npm run dead -- list
       npm run dead -- replay <topic> [--group <group>]
Set KAFKA_BROKERS (cluster) or EVENTS_FOLDER (embedded).`;

/** What `npm run dead` does; the addresses come from the environment because no service is running here. */
async function run([command, topic, flag, group]: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const door = open(env);
  if (!door) {
    return USAGE;
  }
  try {
    if (command === 'list') {
      return table(await door.letters.list());
    }
    if (command !== 'replay' || !topic || (flag !== undefined && (flag !== '--group' || !group))) {
      return USAGE;
    }
    const count = await door.letters.replay({ topic, ...(group === undefined ? {} : { group }) });
    return `${count} dead letter(s) handed back to their group.`;
  } finally {
    await door.close();
  }
}

interface Door {
  letters: DeadLetters;
  close(): Promise<void>;
}

function open({ KAFKA_BROKERS, EVENTS_FOLDER }: NodeJS.ProcessEnv): Door | undefined {
  if (KAFKA_BROKERS) {
    const transport = new KafkaTransport({ brokers: KAFKA_BROKERS.split(','), clientId: 'aigaq-dead' });
    return { letters: transport.deadLetters(), close: () => transport.stop() };
  }
  return EVENTS_FOLDER ? { letters: new RemoteDeadLetters(EVENTS_FOLDER), close: () => Promise.resolve() } : undefined;
}

function table(letters: readonly DeadLetter[]): string {
  const rows = letters.map(({ time, topic, group, reason, tries, error, event, raw }) => {
    const what = event ? `${event.type} key ${event.key} id ${event.id}` : `raw ${JSON.stringify(raw?.slice(0, 80))}`;
    return `${time}  ${topic}  ${group}  ${reason} (${tries} tries)  ${what}\n    ${error}`;
  });
  return [...rows, `${letters.length} dead letter(s).`].join('\n');
}

console.log(await run(process.argv.slice(2), process.env));
