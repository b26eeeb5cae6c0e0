import { DirectoryModule } from '@aigaq/directory';
import { databaseModule } from '@aigaq/service';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { PAGE_TEXT, pageTextSchema } from '../copies/copy-job.schema.js';
import { EVIDENCE, evidenceSchema } from '../documents/evidence.schema.js';
import { FINGERPRINT, fingerprintSchema } from '../recycled/fingerprint.schema.js';
import { UPLOAD, uploadSchema } from '../uploads/upload.schema.js';
import { PlacesConsumer } from './places.consumer.js';
import { PlacesRepository } from './places.repository.js';

const MODELS = [
  { name: UPLOAD, schema: uploadSchema },
  { name: EVIDENCE, schema: evidenceSchema },
  { name: FINGERPRINT, schema: fingerprintSchema },
  { name: PAGE_TEXT, schema: pageTextSchema },
];

@Module({
  imports: [databaseModule('evidence'), DirectoryModule.forService('evidence'), MongooseModule.forFeature(MODELS, 'evidence')],
  controllers: [PlacesConsumer],
  providers: [PlacesRepository],
})
export class PlacesModule {}
