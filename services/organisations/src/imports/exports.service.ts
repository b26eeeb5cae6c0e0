import type { TableFormat } from '@aigaq/documents/tables';
import { authorise } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { AccessLog } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { BodiesRepository } from '../bodies/bodies.repository.js';
import { COLUMNS, rowOfBody } from './register-row.js';
import { TableFiles } from './table-files.service.js';

/** The register as a file that can be imported again. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly bodies: BodiesRepository,
    private readonly files: TableFiles,
    private readonly accessLog: AccessLog,
  ) {}

  /** Bodies that the actor may take away, closed ones too; the record of it is stored before anything is given. */
  async export(actor: Actor, format: TableFormat): Promise<Buffer> {
    authorise(actor, 'body.export');
    const rows = (await this.bodies.all(actor)).map(rowOfBody);
    const file = await this.files.write([COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column]))], format);
    await this.accessLog.record(actor, { act: 'download', thing: 'register', id: format });
    return file;
  }
}
