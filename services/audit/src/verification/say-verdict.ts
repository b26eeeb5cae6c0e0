import type { Fault, FaultReason, Verdict } from './verdict.js';

const REASONS: Readonly<Record<FaultReason, string>> = {
  format: 'this is not a whole export: a line is unreadable, out of place or missing',
  root: 'the root was changed, or does not follow the root before it',
  root_unpublished: 'the root is not the one that was published',
  root_missing: 'the published root of the day is not there',
  stamp: 'the time stamp does not prove the root',
  record: 'the record was changed, taken out, put in or moved',
  seal: 'the records are tied to each other, but they are not those that were sealed',
  cut: 'the end of the chain is missing',
  proof: 'the record is not under the root of its day',
};

/** In plain sentences for the terminal. */
export function sayVerdict({ complete, records, sealed, roots, fault }: Verdict): string {
  const counted = `${records} records, ${sealed} of them sealed by ${roots.count} roots${roots.lastDay === null ? '' : ` up to ${roots.lastDay}`}`;
  const stamps = [roots.stamped > 0 && `${roots.stamped} time stamps prove their roots.`, roots.unchecked > 0 && `${roots.unchecked} time stamps were not checked: name trusted authorities with --trust.`];
  const limits = complete ? [] : ['This is a selection: each record is proved, but not that none was left out.'];
  return [fault ? `Broken ${placeOf(fault)}: ${REASONS[fault.reason]}. Whole: ${counted}.` : `Whole: ${counted}.`, ...stamps, ...limits].filter(Boolean).join('\n');
}

function placeOf({ partition, number, day }: Fault): string {
  const parts = [partition !== null && `chain ${partition}`, number !== null && `record ${number}`, day !== null && `day ${day}`];
  return parts.some(Boolean) ? `at ${parts.filter(Boolean).join(', ')}` : 'as a whole';
}
