import { Module } from '@nestjs/common';
import { FingerprintStoreModule } from './fingerprint-store.module.js';
import { RadarIndex } from './radar-index.service.js';
import { RadarService } from './radar.service.js';

/** The search itself; the worker's. */
@Module({ imports: [FingerprintStoreModule], providers: [RadarIndex, RadarService], exports: [RadarService] })
export class RadarModule {}
