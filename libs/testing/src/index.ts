export { country, ENTITIES } from './country.js';
export { type BodyRow, clearance, clearanceEnd, type DirectoryRows, fact, factsOfDirectory, type HeadRow } from './facts.js';
export { PEOPLE, type TestPerson } from './people.js';
export { RecordingAccounts } from './recording-accounts.js';
export { type ServiceUnderTest, startService } from './start-service.js';
export { type Answer, type Asker, TestService } from './test-service.js';
export { tokenFor, type TokenOptions, TestVerifier } from './tokens.js';
