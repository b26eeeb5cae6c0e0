export { runService, type ServiceProcess, storeDoor } from './run-service.js';
export { clamdSettings, type ClusterConfig, clusterVariables, type ScannerConfig, scannerVariables, type StoreConfig, storeVariables } from './variables.js';
