import 'reflect-metadata';
import { IdentityAccounts } from '@aigaq/identity';
import type { ErrorData } from '@aigaq/kernel';
import { DemonstrationSeed } from '@aigaq/organisations-service';
import { Catalogue, createService, preferredLanguage, readConfig } from '@aigaq/service';
import { fileStorePlugin } from '@aigaq/storage';
import type { FastifyInstance } from 'fastify';
import { ConfigSchema } from './config.js';
import { embeddedDoors } from './doors.js';
import { demonstrationProvider } from './identity.js';
import { PlatformModule } from './platform.module.js';
import { servePortal } from './portal.js';

const DATABASES = ['organisations', 'tasks', 'evidence', 'compliance', 'notifications', 'reports', 'audit'];

/** Ant Design writes its styles into the page; everything else comes from this address only. */
const CONTENT_SECURITY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'blob:', 'data:'],
    objectSrc: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'self'"],
  },
};

const config = readConfig(ConfigSchema, process.env);
const { doors, store } = await embeddedDoors(config);
const provider = await demonstrationProvider(config);
const app = await createService(PlatformModule.withDoors([...doors, { provide: IdentityAccounts, useValue: provider.accounts }]), {
  name: 'platform',
  databases: DATABASES,
  logLevel: config.LOG_LEVEL,
  helmet: { contentSecurityPolicy: CONTENT_SECURITY, strictTransportSecurity: false },
  beforeInit: async (nest) => {
    const fastify: FastifyInstance = nest.getHttpAdapter().getInstance();
    await fastify.register(provider.plugin);
    const catalogue = Catalogue.read();
    const text = (code: string, data: ErrorData, languages?: string) => catalogue.find(preferredLanguage(languages), code, data);
    await fastify.register(fileStorePlugin(store, text), { prefix: '/store' });
    await servePortal(fastify, config.PORTAL_FOLDER);
  },
});
await app.get(DemonstrationSeed).run();
await app.listen(config.PORT, config.HOST);
