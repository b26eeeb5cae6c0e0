import type { ImportedRow, RegisterImportView } from '@aigaq/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { postBytes } from '../../api/client.js';

export type Outcome = ImportedRow['outcome'];
export const OUTCOMES: Outcome[] = ['refused', 'created', 'changed', 'closed', 'unchanged'];

export const ACCEPTED = '.xlsx,.csv';
const LARGEST = 10 * 1024 * 1024;

/** The bytes are kept as they were when the file was chosen: what is written is what was checked. */
export interface Sheet {
  name: string;
  bytes: Blob;
}

export type SheetRefusal = 'wrongType' | 'empty' | 'tooLarge' | 'unreadable';

/** What the service would refuse anyway is told before anything is sent. */
export function refusalOf({ name, size }: { name: string; size: number }): SheetRefusal | undefined {
  if (!/\.(xlsx|csv)$/i.test(name)) {
    return 'wrongType';
  }
  if (size === 0) {
    return 'empty';
  }
  return size > LARGEST ? 'tooLarge' : undefined;
}

export async function sheetOf(file: File): Promise<Sheet | SheetRefusal> {
  const refusal = refusalOf(file);
  if (refusal !== undefined) {
    return refusal;
  }
  try {
    return { name: file.name, bytes: new Blob([await file.arrayBuffer()]) };
  } catch (error) {
    // The browser may no longer read it: moved, removed, or no leave to.
    console.error(error);
    return 'unreadable';
  }
}

/** Checks the sheet (`dryRun`) or writes it: all of it or nothing. */
export function useImport(dryRun: boolean) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ name, bytes }: Sheet) => postBytes<RegisterImportView>('/api/organisations/imports', { dryRun, fileName: name }, bytes),
    onSuccess: ({ written }) => (written ? queries.invalidateQueries({ queryKey: ['bodies'] }) : undefined),
  });
}

export const countOf = ({ counts }: RegisterImportView, outcome: Outcome): number => counts[outcome] ?? 0;

/** How many rows would change the register. */
export const changesIn = (view: RegisterImportView): number => countOf(view, 'created') + countOf(view, 'changed') + countOf(view, 'closed');

/** Nothing is refused, and something would change. */
export const isWritable = (view: RegisterImportView): boolean => countOf(view, 'refused') === 0 && changesIn(view) > 0;
