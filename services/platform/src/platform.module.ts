import { AuditModule } from '@aigaq/audit-service';
import { ComplianceModule } from '@aigaq/compliance-service';
import { EvidenceModule, EvidenceWorkerModule } from '@aigaq/evidence-service';
import { NotificationsModule } from '@aigaq/notifications-service';
import { OrganisationsModule } from '@aigaq/organisations-service';
import { ReportsModule } from '@aigaq/reports-service';
import { type Door, DoorsModule } from '@aigaq/service';
import { TasksModule } from '@aigaq/tasks-service';
import { type DynamicModule, Module } from '@nestjs/common';

/** All services in one process. */
@Module({
  imports: [
    OrganisationsModule,
    TasksModule,
    EvidenceModule,
    EvidenceWorkerModule,
    ComplianceModule,
    NotificationsModule,
    ReportsModule,
    AuditModule,
  ],
})
export class PlatformModule {
  static withDoors(doors: readonly Door[]): DynamicModule {
    return { module: PlatformModule, imports: [DoorsModule.forRoot(doors)] };
  }
}
