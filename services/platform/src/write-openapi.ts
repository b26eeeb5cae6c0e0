import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessTable } from './openapi/access-table.js';
import { openApiDocument } from './openapi/document.js';
import { routesOfModule } from './openapi/routes.js';
import { PlatformModule } from './platform.module.js';

/** `npm run openapi`: writes docs/openapi.json and docs/access.md. */
const docs = join(import.meta.dirname, '../../../docs');
const routes = routesOfModule(PlatformModule);
writeFileSync(join(docs, 'openapi.json'), `${JSON.stringify(openApiDocument(routes, '1'), null, 2)}\n`);
writeFileSync(join(docs, 'access.md'), accessTable(routes));
