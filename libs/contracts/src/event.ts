import {
  createRegistry,
  create,
  type DescMessage,
  fromJson,
  type JsonValue,
  type MessageInitShape,
  type MessageShape,
  toJson,
} from '@bufbuild/protobuf';
import { file_audit_v1_events } from './gen/audit/v1/events_pb.js';
import { file_compliance_v1_events } from './gen/compliance/v1/events_pb.js';
import { file_evidence_v1_events } from './gen/evidence/v1/events_pb.js';
import { file_organisations_v1_events } from './gen/organisations/v1/events_pb.js';
import { file_tasks_v1_events } from './gen/tasks/v1/events_pb.js';

const registry = createRegistry(
  file_audit_v1_events,
  file_compliance_v1_events,
  file_evidence_v1_events,
  file_organisations_v1_events,
  file_tasks_v1_events,
);

const parts = partsOfEvents();

/** Work, as opposed to news: these types have topics of their own, so that workers can be scaled on their lag. */
const WORK_TOPICS: Readonly<Record<string, string>> = {
  'aigaq.evidence.v1.CheckRequested': 'evidence.checking',
};

/** An event as it lies in an outbox and on the wire: the full proto name and the canonical proto JSON. */
export interface EncodedEvent {
  type: string;
  payload: Record<string, unknown>;
}

/**
 * Encodes a fact.
 * @param schema the generated schema of the message, for example `AssignmentSubmittedSchema`
 * @param value its fields; fields left out take the proto default
 */
export function event<D extends DescMessage>(schema: D, value: MessageInitShape<D>): EncodedEvent {
  const message: MessageShape<D> = create(schema, value);
  return { type: schema.typeName, payload: toJson(schema, message) as Record<string, unknown> };
}

/**
 * Decodes a fact by its full proto name.
 * @throws Error when no such event is known or the JSON does not fit it: the message is poisoned
 */
export function decodeEvent(type: string, json: unknown): MessageShape<DescMessage> {
  const schema = registry.getMessage(type);
  if (!schema) {
    throw new Error(`unknown event ${type}`);
  }
  // A newer teller may add fields that this reader does not know yet.
  return fromJson(schema, json as JsonValue, { ignoreUnknownFields: true });
}

/** The topic on which a type is told: one per telling service, except for work. */
export function topicOf(type: string): string {
  const service = isEvent(type) && /^aigaq\.([a-z]+)\.v\d+\./.exec(type)?.[1];
  if (!service || !registry.getMessage(type)) {
    throw new Error(`unknown event ${type}`);
  }
  return WORK_TOPICS[type] ?? `${service}.events`;
}

/** All topics of the product, in alphabetical order. */
export function allTopics(): string[] {
  return [...new Set([...registry].flatMap(({ typeName }) => (isEvent(typeName) ? [topicOf(typeName)] : [])))].sort();
}

/** The full names of all facts that services tell; work for workers is not among them. */
export function allFacts(): string[] {
  return [...registry].map(({ typeName }) => typeName).filter((type) => isEvent(type) && !(type in WORK_TOPICS)).sort();
}

function isEvent(type: string): boolean {
  return type.startsWith('aigaq.') && registry.getMessage(type) !== undefined && !parts.has(type);
}

/** Messages that are fields of other messages (Person, Place, EvidenceRule, …): parts of events, never told by themselves. */
function partsOfEvents(): Set<string> {
  const messages = [...registry].filter((type) => type.kind === 'message');
  return new Set(messages.flatMap(({ fields }) => fields.flatMap((field) => field.message?.typeName ?? [])));
}
