import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiDocument } from './openapi/document.js';
import { routesOfModule } from './openapi/routes.js';
import { PlatformModule } from './platform.module.js';

/** `npm run openapi`: writes docs/openapi.json. */
writeFileSync(join(import.meta.dirname, '../../../docs/openapi.json'), `${JSON.stringify(openApiDocument(routesOfModule(PlatformModule), '1'), null, 2)}\n`);
