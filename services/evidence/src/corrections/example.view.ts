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
    return [
      {
        ...whereOf(evidence, page),
        box,
        ...{ field: key, role, machineValue, confidence, measured, value, isConfirmation, revision, correctedAt: at.toISOString() },
      },
    ];
  });
}

/** Of a paper of several files an example is about one of them. */
function whereOf(evidence: Evidence, page: number | null): Pick<ExampleView, 'sha256' | 'type' | 'page' | 'width' | 'height'> {
  const { width, height } = evidence.check?.pages.find((each) => each.page === page) ?? { width: null, height: null };
  const { file, page: inFile } = (page !== null && placeOfPage(evidence, page)) || { file: evidence, page };
  return { sha256: file.sha256, type: file.mediaType, page: inFile, width, height };
}
