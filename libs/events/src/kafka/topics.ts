import type { Kafka } from 'kafkajs';

export function deadTopic(topic: string, group: string): string {
  return `${topic}.${group}.dead`;
}

/** Makes topics that are not there yet; each name is asked for once per process. */
export class Topics {
  private readonly known = new Set<string>();

  constructor(
    private readonly kafka: Kafka,
    private readonly numPartitions: number,
    private readonly replicationFactor: number,
  ) {}

  async ensure(names: readonly string[]): Promise<void> {
    const unknown = [...new Set(names)].filter((name) => !this.known.has(name));
    if (unknown.length === 0) {
      return;
    }
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      const there = new Set(await admin.listTopics());
      const missing = unknown.filter((name) => !there.has(name));
      if (missing.length > 0) {
        // Somebody else may make them at the same moment: that is answered by `false`, not by an error.
        await admin.createTopics({ topics: missing.map((topic) => this.configured(topic)), waitForLeaders: true });
      }
      unknown.forEach((name) => this.known.add(name));
    } finally {
      await admin.disconnect();
    }
  }

  private configured(topic: string): { topic: string; numPartitions: number; replicationFactor: number } {
    const numPartitions = topic.endsWith('.dead') ? 1 : this.numPartitions;
    return { topic, numPartitions, replicationFactor: this.replicationFactor };
  }
}
