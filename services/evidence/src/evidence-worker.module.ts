import { DirectoryModule } from '@aigaq/directory';
import { databaseModule, OutboxModule } from '@aigaq/service';
import { Module } from '@nestjs/common';
import { CheckedPapers } from './checking/checked-papers.service.js';
import { CheckingConsumer } from './checking/checking.consumer.js';
import { CheckingService } from './checking/checking.service.js';
import { ExpectationsService } from './checking/expectations.service.js';
import { PaperReadingService } from './checking/paper-reading.service.js';
import { CopyMakingService } from './copies/copy-making.service.js';
import { CopyingService } from './copies/copying.service.js';
import { EvidenceStoreModule } from './documents/evidence-store.module.js';
import { PreviewsService } from './documents/previews.service.js';
import { PaperTurns } from './reading/paper-turns.service.js';
import { PatientReader } from './reading/patient-reader.service.js';
import { ReadingService } from './reading/reading.service.js';
import { FingerprintStoreModule } from './recycled/fingerprint-store.module.js';
import { LateFingerprints } from './recycled/late-fingerprints.service.js';
import { RadarModule } from './recycled/radar.module.js';
import { RechecksService } from './rechecks/rechecks.service.js';
import { SubjectsModule } from './subjects/subjects.module.js';

/** Reads the papers that came in. Its own process in the cluster; its reading process is not the one that answers people. */
@Module({
  imports: [
    databaseModule('evidence'),
    OutboxModule.forService('evidence'),
    DirectoryModule.forService('evidence'),
    EvidenceStoreModule,
    FingerprintStoreModule,
    RadarModule,
    SubjectsModule,
  ],
  controllers: [CheckingConsumer],
  providers: [
    CheckingService,
    CheckedPapers,
    ExpectationsService,
    PaperReadingService,
    PaperTurns,
    PatientReader,
    CopyingService,
    CopyMakingService,
    LateFingerprints,
    PreviewsService,
    ReadingService,
    RechecksService,
  ],
})
export class EvidenceWorkerModule {}
