export type { ProviderClient } from './configuration.js';
export { embeddedProvider, type EmbeddedProvider, type EmbeddedProviderOptions } from './embedded-provider.js';
export type { Person } from './person.js';
