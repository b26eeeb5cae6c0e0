import type { ExampleView } from '@aigaq/api';
import type { Evidence } from '../documents/evidence.js';
import { placeOfPage } from '../documents/paper-files.js';
import { newestOf } from './correction.js';
import { fieldsOf } from './field.js';

/** The fields of a paper that a person has spoken on: machine and person side by side, nothing about people but what stands on the paper. */
export function examplesOf(evidence: Evidence): ExampleView[] {
  const newest = newestOf(evidence.corrections);
  return fieldsOf(evidence).flatMap(({ key, page, box, role, confidence, measured }) => {
    const correction = newest.get(key);
    if (!correction) {
      return [];
    }
    const { machineValue, value, isConfirmation, revision, at } = correction;
    const size = evidence.check?.pages.find((each) => each.page === page);
    // Of a paper of several files an example is about one of them.
    const place = page === null ? undefined : placeOfPage(evidence, page);
    const { sha256, mediaType } = place?.file ?? evidence;
    return [
      {
        ...{ sha256, type: mediaType, page: place?.page ?? page, width: size?.width ?? null, height: size?.height ?? null, box },
        ...{ field: key, role, machineValue, confidence, measured, value, isConfirmation, revision, correctedAt: at.toISOString() },
      },
    ];
  });
}
