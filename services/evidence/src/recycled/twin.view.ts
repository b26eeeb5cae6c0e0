import type { BodyName, TwinView } from '@aigaq/api';
import type { Known, Twin } from './twin.js';

/** @param body name of the other paper's body; undefined when the paper is outside of what the actor may see */
export function twinView({ kind, strength, differs }: Twin, { id, year, subjectKey }: Known, body: BodyName | undefined): TwinView {
  const [type = '', subjectId = ''] = subjectKey.split(/\/(.*)/s);
  const paper = body ? { id, organisation: body, subject: { type: type as 'assignment' | 'compliance-document', id: subjectId } } : null;
  return { kind, strength, differs: [...differs], year, paper };
}

/** Of a secret paper, for whoever may not open it: that there is one, and how alike it is. */
export function secretTwin({ kind, strength }: Twin): TwinView {
  return { kind, strength, differs: [], year: null, paper: null };
}
