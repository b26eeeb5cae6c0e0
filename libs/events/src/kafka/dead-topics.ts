import { sortableId } from '@aigaq/kernel';
import type { Admin, Kafka, KafkaMessage } from 'kafkajs';
import { type DeadLetter, type DeadLetterFilter, type DeadLetters, type DeadReason, matches } from '../dead-letter.js';
import type { Sender } from './sender.js';
import { fromMessage, headerOf, REPLAY_FOR } from './wire.js';

const READ_PATIENCE_MS = 30_000;

interface Found {
  deadTopic: string;
  partition: number;
  message: KafkaMessage;
  letter: DeadLetter;
}

interface Range {
  topic: string;
  partition: number;
  from: bigint;
  to: bigint;
}

/** Dead letters in their topics `<topic>.<group>.dead`. */
export class DeadTopics implements DeadLetters {
  constructor(
    private readonly kafka: Kafka,
    private readonly sender: Sender,
  ) {}

  async list(): Promise<DeadLetter[]> {
    const found = await this.withAdmin((admin) => this.read(admin));
    return found.map(({ letter }) => letter).sort((a, b) => a.time.localeCompare(b.time));
  }

  replay(which: DeadLetterFilter): Promise<number> {
    return this.withAdmin(async (admin) => {
      const found = (await this.read(admin)).filter(({ letter }) => matches(letter, which));
      for (const { message, letter } of found) {
        await this.sender.send(letter.topic, [
          { key: message.key, value: message.value, headers: { ...livingHeaders(message), [REPLAY_FOR]: letter.group } },
        ]);
      }
      await forget(admin, found);
      return found.length;
    });
  }

  private async withAdmin<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      return await work(admin);
    } finally {
      await admin.disconnect();
    }
  }

  private async read(admin: Admin): Promise<Found[]> {
    const topics = (await admin.listTopics()).filter((topic) => topic.endsWith('.dead'));
    const ranges = (await Promise.all(topics.map((topic) => unreplayed(admin, topic)))).flat();
    return ranges.length === 0 ? [] : this.readRanges(admin, ranges);
  }

  private async readRanges(admin: Admin, ranges: Range[]): Promise<Found[]> {
    const groupId = `aigaq-dead-reader-${sortableId()}`;
    const consumer = this.kafka.consumer({ groupId, maxWaitTimeInMs: 200 });
    const reading = new Reading(ranges);
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [...new Set(ranges.map(({ topic }) => topic))], fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachMessage: ({ topic, partition, message }) => Promise.resolve(reading.take(topic, partition, message)),
      });
      ranges.forEach(({ topic, partition, from }) => consumer.seek({ topic, partition, offset: from.toString() }));
      return await reading.complete();
    } finally {
      await consumer.disconnect();
      await admin.deleteGroups([groupId]);
    }
  }
}

/** Collects what lies in the ranges, up to their ends. */
class Reading {
  private readonly found: Found[] = [];
  private readonly open: Map<string, Range>;
  private readonly ended = Promise.withResolvers<void>();

  constructor(ranges: readonly Range[]) {
    this.open = new Map(ranges.map((range) => [`${range.topic} ${range.partition}`, range]));
  }

  take(deadTopic: string, partition: number, message: KafkaMessage): void {
    const place = `${deadTopic} ${partition}`;
    const range = this.open.get(place);
    const offset = BigInt(message.offset);
    if (!range || offset < range.from) {
      return;
    }
    if (offset < range.to) {
      this.found.push({ deadTopic, partition, message, letter: letterOf(deadTopic, partition, message) });
    }
    if (offset >= range.to - 1n) {
      this.open.delete(place);
    }
    if (this.open.size === 0) {
      this.ended.resolve();
    }
  }

  async complete(): Promise<Found[]> {
    const timer = setTimeout(() => this.ended.reject(new Error('The dead letters could not be read within 30 s.')), READ_PATIENCE_MS);
    await this.ended.promise.finally(() => clearTimeout(timer));
    return this.found;
  }
}

/** What was replayed is deleted from the topic; offsets of a group would be forgotten after a week. */
async function forget(admin: Admin, found: readonly Found[]): Promise<void> {
  for (const topic of new Set(found.map(({ deadTopic }) => deadTopic))) {
    const last = new Map(found.filter(({ deadTopic }) => deadTopic === topic).map(({ partition, message }) => [partition, message.offset]));
    const partitions = [...last].map(([partition, offset]) => ({ partition, offset: (BigInt(offset) + 1n).toString() }));
    await admin.deleteTopicRecords({ topic, partitions });
  }
}

async function unreplayed(admin: Admin, topic: string): Promise<Range[]> {
  const ends = await admin.fetchTopicOffsets(topic);
  return ends
    .map(({ partition, low, high }) => ({ topic, partition, from: BigInt(low), to: BigInt(high) }))
    .filter(({ from, to }) => from < to);
}

function letterOf(deadTopic: string, partition: number, message: KafkaMessage): DeadLetter {
  const header = (name: string): string => headerOf(message.headers, `dead-${name}`) ?? '';
  const letter = {
    id: `${deadTopic}/${partition}/${message.offset}`,
    topic: header('topic'),
    group: header('group'),
    reason: header('reason') as DeadReason,
    error: header('error'),
    tries: Number(header('tries')),
    time: header('time'),
  };
  try {
    return { ...letter, event: fromMessage(message) };
  } catch {
    return { ...letter, raw: message.value?.toString() ?? '' };
  }
}

function livingHeaders({ headers = {} }: KafkaMessage): NonNullable<KafkaMessage['headers']> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('dead-')));
}
