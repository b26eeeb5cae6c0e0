import { databaseModule } from '@aigaq/service';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { FINGERPRINT, fingerprintSchema } from './fingerprint.schema.js';
import { FingerprintsRepository } from './fingerprints.repository.js';

/** By which papers are known again, for the service and for its worker. */
@Module({
  imports: [databaseModule('evidence'), MongooseModule.forFeature([{ name: FINGERPRINT, schema: fingerprintSchema }], 'evidence')],
  providers: [FingerprintsRepository],
  exports: [FingerprintsRepository],
})
export class FingerprintStoreModule {}
