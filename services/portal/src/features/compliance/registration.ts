import type { EvidenceView, RegisterDocument } from '@aigaq/api';

export interface Entered {
  /** null = not touched: the day that was read on the paper is proposed. */
  from: string | null;
  until: string;
  address: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WEB_ADDRESS = /^https?:\/\/\S+\.\S+$/i;

/** The first day of validity: what the person entered, else the date that the machine read, else none. */
export function validFromOf(entered: Entered, paper: EvidenceView | undefined): string {
  const read = paper?.check?.date ?? '';
  return entered.from ?? (DAY.test(read) ? read : '');
}

export type Mistake = 'needPaper' | 'stillReading' | 'needFrom' | 'disordered' | 'badAddress';

export function mistakesIn(entered: Entered, paper: EvidenceView | undefined): Set<Mistake> {
  const from = validFromOf(entered, paper);
  const found: [Mistake, boolean][] = [
    ['needPaper', paper === undefined],
    ['stillReading', paper?.state === 'waiting'],
    ['needFrom', from === ''],
    ['disordered', entered.until !== '' && entered.until < from],
    ['badAddress', entered.address !== '' && !WEB_ADDRESS.test(entered.address)],
  ];
  return new Set(found.filter(([, isSo]) => isSo).map(([mistake]) => mistake));
}

export function registrationOf({ until, address, ...entered }: Entered, paper: EvidenceView): RegisterDocument {
  return {
    evidenceId: paper.id,
    validFrom: validFromOf({ until, address, ...entered }, paper),
    ...(until === '' ? {} : { validUntil: until }),
    ...(address === '' ? {} : { publicationUrl: address }),
  };
}
