export { allFacts, allTopics, decodeEvent, type EncodedEvent, event, topicOf } from './event.js';
export { timestampDate, timestampFromDate } from '@bufbuild/protobuf/wkt';
export * from './gen/audit/v1/events_pb.js';
export * from './gen/compliance/v1/events_pb.js';
export * from './gen/organisations/v1/events_pb.js';
export * from './gen/evidence/v1/events_pb.js';
export * from './gen/tasks/v1/events_pb.js';
