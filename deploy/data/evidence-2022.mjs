/** Kinds of the catalogue -> kinds of the card; what the card has no kind for is «other». */
const KINDS = {
  reference_note: 'reference-note',
  analytic_note: 'note',
  action_plan: 'plan',
  publication_link: 'publication',
  certificate_scan: 'certificate',
  register_log: 'list',
  submission: 'letter',
  order: 'order',
  list: 'list',
  protocol: 'protocol',
  policy: 'policy',
  letter: 'letter',
  standard: 'standard',
  instruction: 'instruction',
  schedule: 'schedule',
  act: 'act',
};
const LEVELS = {
  FIRST_HEAD: ['first-head'],
  'HEAD_OF_APPARATUS|CGO (per title)': ['first-head', 'head-of-apparatus'],
  'COLLEGIAL_MANAGEMENT_BODY|ORGANISATION_HEAD': ['first-head'],
  // Signed by others than the heads of the body.
  EMPLOYEES: [],
  ANTICORRUPTION_SERVICE: [],
  UNIVERSITY_RECTOR: [],
};
/** Issued or made by others, or not signed by their nature. */
const NOT_SIGNED = ['certificate_scan', 'video', 'slides', 'theses', 'screenshot_photo', 'audit_report', 'expert_conclusion', 'training_program', 'other', 'statement', 'memo', 'register_log'];
/** Approved by the head before anything else: a plan, a schedule, a standard, a document of the entity. */
const APPROVED = ['action_plan', 'schedule', 'standard', 'policy', 'instruction'];
/** Named «and so on», of somebody else's making, or only in a case: kept when there is one. */
const OPTIONAL = ['audit_report', 'statement', 'theses', 'slides', 'screenshot_photo'];
const OPTIONAL_IN = { '1.4.1': ['other'] };
const GENERAL = ['first-head', 'deputy', 'head-of-apparatus'];
const BY_KIND = {
  'akimat-district': ['akim', 'head-of-apparatus'],
  'akimat-city': ['akim', 'head-of-apparatus'],
  'quasi-state': ['first-head', 'deputy'],
};
/** What the Kazakh draft leaves out. */
const KAZAKH = {
  '1.3.1': ['осындай НҚА тізімі (НҚА атауы, тәуекелдің сипаттамасы, сарапшылардың ұсынымдары және олардың орындалу нәтижесі)', 1],
  '1.3.2': ['осындай НҚА тізімі (НҚА атауы, тәуекелдің сипаттамасы, сарапшылардың ұсынымдары және олардың орындалу нәтижесі)', 1],
  '3.1.4': ['іс-шаралар саны мен қатысушыларды қамту көрсетілген анықтама', 0],
};
/** The Kazakh draft has the same word as the Russian text here. */
const WORDS = { слайдтар: 'слайдтар (көрсетілімдер)', сертификаттар: 'сертификаттар (куәліктер)' };

/** The typed rule of a task: documents in the catalogue's order, the rest by the tables above (ours, marked as proposed). */
export function evidenceOf(task, other, audience) {
  const names = kazakhNames(task, other);
  const documents = task.evidence.documents.map((document, place) => documentOf(task.code, document, names[place], idOf(task.evidence.documents, place)));
  const isSigned = documents.some(({ signers, accepts = ['file'] }) => accepts.includes('file') && (signers ?? GENERAL).length > 0);
  return {
    documents,
    alternatives: [],
    signers: isSigned ? GENERAL : [],
    signersByKind: isSigned ? Object.fromEntries(Object.entries(BY_KIND).filter(([kind]) => audience.includes(kind))) : {},
    approval: 'none',
    stamp: 'optional',
    accepts: ['file', 'link'].filter((way) => documents.some(({ accepts = ['file'] }) => accepts.includes(way))),
    dateWindow: null,
    zeroCase: task.zero_case !== null,
    ...(task.zero_case !== null && { zeroCaseFiles: 'nothing' }),
  };
}

function kazakhNames({ code, evidence }, other) {
  const names = other.evidence.documents.map(({ name }) => WORDS[name] ?? name);
  const missing = KAZAKH[code];
  if (missing) {
    names.splice(missing[1], 0, missing[0]);
  }
  if (names.length !== evidence.documents.length) {
    throw new Error(`${code}: the Kazakh documents are others`);
  }
  return names;
}

function idOf(documents, place) {
  const { kind } = documents[place];
  const before = documents.slice(0, place).filter((document) => document.kind === kind).length;
  return kind.replaceAll('_', '-') + (before === 0 ? '' : `-${before + 1}`);
}

function documentOf(code, { kind, name, sign_or_approve: signed }, kk, id) {
  const isLink = kind === 'publication_link';
  const signers = signed ? LEVELS[signed] : NOT_SIGNED.includes(kind) ? [] : undefined;
  if (signed && !signers) {
    throw new Error(`${code}: unknown signer ${signed}`);
  }
  return {
    id,
    kind: KINDS[kind] ?? 'other',
    name: { ru: name, kk },
    required: !OPTIONAL.includes(kind) && !(OPTIONAL_IN[code] ?? []).includes(kind),
    form: null,
    ...(APPROVED.includes(kind) && { approval: 'required' }),
    ...(signers && { signers }),
    ...(isLink && { accepts: ['link'] }),
    ...(kind === 'video' && { accepts: ['file', 'link'] }),
  };
}
