const KINDS = {
  yearly: 'yearly',
  quarterly: 'quarterly',
  monthly: 'monthly',
  per_analysis: 'per-analysis',
  once_per_person: 'per-person',
  once_current: 'once-current',
  total: 'total',
  unspecified: 'unspecified',
};

/** How often, from a catalogue's words to the card's. */
export function frequencyOf({ kind, times, minimum, per_year: perYear }) {
  if (!KINDS[kind]) {
    throw new Error(`unknown frequency ${kind}`);
  }
  return { kind: KINDS[kind], ...(times && { times }), ...(minimum && { isMinimum: true }), ...(perYear && { perYear }) };
}
