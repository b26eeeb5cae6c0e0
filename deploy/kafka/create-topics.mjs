// Creates the topics of topics.json and a dead-letter topic for every listening group. Does nothing for those that exist.
//   KAFKA_BROKERS=host:port,… [KAFKA_PARTITIONS=3] [KAFKA_REPLICAS=1] node deploy/kafka/create-topics.mjs
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import kafkajs from 'kafkajs';

const { topics, groups, config } = JSON.parse(readFileSync(join(import.meta.dirname, 'topics.json'), 'utf8'));

/** Every topic that the services need, dead letters (`<topic>.<group>.dead`) included. */
export const topicNames = topics.flatMap((topic) => [topic, ...groups.map((group) => `${topic}.${group}.dead`)]);

/**
 * @param {{ brokers: string, partitions?: number, replicas?: number }} options `brokers` as `host:port,host:port`
 * @returns {Promise<string[]>} the names that were missing and have been created
 */
export async function createTopics({ brokers, partitions = 3, replicas = 1 }) {
  const kafka = new kafkajs.Kafka({ clientId: 'create-topics', brokers: brokers.split(','), logLevel: kafkajs.logLevel.ERROR });
  const admin = kafka.admin();
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const missing = topicNames.filter((name) => !existing.has(name));
    const configEntries = Object.entries(config).map(([name, value]) => ({ name, value }));
    const wanted = missing.map((topic) => ({
      topic,
      // Dead letters are few and need no order between keys.
      numPartitions: topic.endsWith('.dead') ? 1 : partitions,
      replicationFactor: replicas,
      configEntries,
    }));
    await admin.createTopics({ topics: wanted, waitForLeaders: true, timeout: 60_000 });
    return missing;
  } finally {
    await admin.disconnect();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { KAFKA_BROKERS, KAFKA_PARTITIONS, KAFKA_REPLICAS } = process.env;
  if (!KAFKA_BROKERS) {
    console.error('KAFKA_BROKERS is needed, for example 127.0.0.1:9092');
    process.exit(1);
  }
  const created = await createTopics({
    brokers: KAFKA_BROKERS,
    partitions: Number(KAFKA_PARTITIONS ?? 3),
    replicas: Number(KAFKA_REPLICAS ?? 1),
  });
  console.log(`${created.length} topics created, ${topicNames.length - created.length} were there`);
}
