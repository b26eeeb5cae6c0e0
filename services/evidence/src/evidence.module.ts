import { DirectoryModule } from '@aigaq/directory';
import { MalwareScanner } from '@aigaq/documents';
import { databaseModule, OutboxModule } from '@aigaq/service';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CopiesController } from './copies/copies.controller.js';
import { CopiesService } from './copies/copies.service.js';
import { CorrectionsController } from './corrections/corrections.controller.js';
import { CorrectionsService } from './corrections/corrections.service.js';
import { ExamplesService } from './corrections/examples.service.js';
import { DocumentsController } from './documents/documents.controller.js';
import { DocumentsService } from './documents/documents.service.js';
import { EvidenceStoreModule } from './documents/evidence-store.module.js';
import { EvidenceViews } from './documents/evidence-views.service.js';
import { FindingTexts } from './documents/finding-texts.service.js';
import { PreviewsService } from './documents/previews.service.js';
import { PlacesModule } from './places/places.module.js';
import { ReadingService } from './reading/reading.service.js';
import { FingerprintStoreModule } from './recycled/fingerprint-store.module.js';
import { TwinsController } from './recycled/twins.controller.js';
import { TwinsService } from './recycled/twins.service.js';
import { SubjectsModule } from './subjects/subjects.module.js';
import { QuarantineScanner } from './uploads/quarantine-scanner.service.js';
import { QuarantineService } from './uploads/quarantine.service.js';
import { SweeperService } from './uploads/sweeper.service.js';
import { UPLOAD, uploadSchema } from './uploads/upload.schema.js';
import { UploadsController } from './uploads/uploads.controller.js';
import { UploadsRepository } from './uploads/uploads.repository.js';
import { UploadsService } from './uploads/uploads.service.js';

export { EvidenceWorkerModule } from './evidence-worker.module.js';
export { ReadingSettings } from './reading/reading-settings.js';

/** Uploads, papers, and what was found in them. The reading itself is done by EvidenceWorkerModule. */
@Module({
  imports: [
    databaseModule('evidence'),
    OutboxModule.forService('evidence'),
    DirectoryModule.forService('evidence'),
    MongooseModule.forFeature([{ name: UPLOAD, schema: uploadSchema }], 'evidence'),
    EvidenceStoreModule,
    FingerprintStoreModule,
    SubjectsModule,
    PlacesModule,
  ],
  controllers: [UploadsController, DocumentsController, CopiesController, CorrectionsController, TwinsController],
  providers: [
    UploadsService,
    UploadsRepository,
    QuarantineService,
    SweeperService,
    DocumentsService,
    PreviewsService,
    EvidenceViews,
    CopiesService,
    CorrectionsService,
    ExamplesService,
    TwinsService,
    FindingTexts,
    ReadingService,
    { provide: MalwareScanner, useClass: QuarantineScanner },
  ],
})
export class EvidenceModule {}
