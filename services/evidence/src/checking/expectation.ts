import type { Localised } from '@aigaq/kernel';
import type { EvidenceRule } from '../subjects/subject.js';
import { type ReadableKind, readableKinds } from './document-kinds.js';

/** Somebody who holds a chair of the body, from one day to another (Head of @aigaq/directory). */
export interface ChairHolder {
  personName: Localised;
  position: Localised;
  level: string;
  acting: object | null;
  from: string;
  until: string | null;
}

type Role = 'head' | 'deputy' | 'head-of-apparatus' | 'acting';

export interface Signatory {
  name: string;
  position: string;
  role: Role;
  /** Of the chair, as the card names levels; absent: kept before that was. */
  level?: string;
  from: string;
  until?: string;
}

/** What the reader measures a paper by (Expectation of @aigaq/documents). */
export interface PaperExpectation {
  kinds: ReadableKind[];
  approval: 'required' | 'none' | 'optional';
  stamp: 'required' | 'optional';
  signatories: Signatory[];
  /** Of the body, where it is known: electronic signatures are compared with it. */
  bin?: string;
}

const ROLES: Record<string, Role> = { deputy: 'deputy', 'head-of-apparatus': 'head-of-apparatus' };

/** The card's rule and the register of heads, in the words of the reader. */
export function expectationOf(rule: EvidenceRule, bodyKind: string, holders: readonly ChairHolder[]): PaperExpectation {
  const levels = rule.signersByKind[bodyKind] ?? rule.signers;
  return {
    kinds: readableKinds(rule.kinds),
    approval: rule.approval === 'required' || rule.approval === 'none' ? rule.approval : 'optional',
    stamp: rule.stamp === 'required' ? 'required' : 'optional',
    // Everybody who ever held such a chair: the reader compares the days with the paper's own date.
    signatories: holders.filter(({ level }) => levels.includes(level)).flatMap(signatoriesOf),
  };
}

/** A paper names a person as its language writes him, so both spellings count. */
function signatoriesOf({ personName, position, level, acting, from, until }: ChairHolder): Signatory[] {
  const rest = { role: acting ? 'acting' : (ROLES[level] ?? 'head'), level, from, ...(until !== null && { until }) } as const;
  const russian: Signatory = { name: personName.ru, position: position.ru, ...rest };
  return personName.kk === personName.ru ? [russian] : [russian, { name: personName.kk, position: position.kk, ...rest }];
}
