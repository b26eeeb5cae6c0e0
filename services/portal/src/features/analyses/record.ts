import type { AnalysisStepView, RecordStep } from '@aigaq/api';
import { today } from '../../texts/dates.js';
import { isReason } from '../../ui/filled.js';

export interface EnteredRecord {
  doneOn: string;
  link: string;
  remark: string;
  /** Of a correction. */
  reason: string;
}

/** What is recorded already, or that it was done today. */
export function recordedOf({ doneOn, link, remark }: AnalysisStepView): EnteredRecord {
  return { doneOn: doneOn ?? today(new Date()), link: link ?? '', remark: remark ?? '', reason: '' };
}

export const isLink = (text: string): boolean => text === '' || (URL.canParse(text) && /^https?:/.test(text));
export const isRemark = (text: string): boolean => text === '' || isReason(text);

/** What is sent; undefined while something is missing or wrong. A correction needs its reason. */
export function recordOf(step: AnalysisStepView, { doneOn, link, remark, reason }: EnteredRecord): RecordStep | undefined {
  const isCorrection = step.doneOn !== null;
  if (doneOn === '' || !isLink(link) || !isRemark(remark) || (isCorrection && !isReason(reason))) {
    return undefined;
  }
  return { step: step.key, doneOn, ...(link && { link }), ...(remark && { remark: remark.trim() }), ...(isCorrection && { reason: reason.trim() }) };
}
