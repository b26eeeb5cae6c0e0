export * from './values.js';
export * from './organisations.js';
export * from './tasks.js';
export * from './evidence.js';
export * from './compliance.js';
export * from './reports.js';
export * from './notifications.js';
export * from './audit.js';
