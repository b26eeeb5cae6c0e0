export { accountsDoor, runService, type ServiceProcess, storeDoor } from './run-service.js';
export { type AccountsConfig, accountsVariables, clamdSettings, type ClusterConfig, clusterVariables, type ScannerConfig, scannerVariables, type StoreConfig, storeVariables } from './variables.js';
