import { event, RegisterImportedSchema } from '@aigaq/contracts';
import type { Actor, Decision } from '@aigaq/kernel';
import type { ImportPlan } from './import-plan.js';

/** A file whose rows were all found right. From then on it is carried out, whatever happens to the process. */
export interface RegisterImport {
  id: string;
  fileName: string;
  sha256: string;
  /** On which its changes come into force. */
  day: string;
  importedBy: { id: string; name: string };
  state: 'accepted' | 'applied';
  /** The packed rows; empty when it is applied. */
  rows: string;
}

export type AcceptedImport = Omit<RegisterImport, 'importedBy' | 'state'>;

export function acceptImport(file: AcceptedImport, by: Actor, plan: ImportPlan): Decision<RegisterImport> {
  const count = (wanted: string): number => plan.rows.filter(({ outcome }) => outcome === wanted).length;
  return {
    next: { ...file, importedBy: { id: by.id, name: by.name }, state: 'accepted' },
    events: [
      event(RegisterImportedSchema, {
        importId: file.id,
        fileName: file.fileName,
        fileSha256: file.sha256,
        created: count('created'),
        changed: count('changed'),
        closed: count('closed'),
      }),
    ],
  };
}

export function finishImport(accepted: RegisterImport): Decision<RegisterImport> {
  return { next: { ...accepted, state: 'applied', rows: '' }, events: [] };
}
