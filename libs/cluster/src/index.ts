export { runService, type ServiceProcess, storeDoor } from './run-service.js';
export { type ClusterConfig, clusterVariables, type StoreConfig, storeVariables } from './variables.js';
