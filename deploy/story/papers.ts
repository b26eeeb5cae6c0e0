import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './artefacts.js';

/** A file that somebody hands in. */
export interface Paper {
  name: string;
  type: 'application/pdf' | 'image/jpeg' | 'image/png';
  bytes: Buffer;
}

/** Papers for one subtask of the card: the first lacks a signature, the second is in order, both dated and signed in the district. */
export interface Choice {
  subtask: string;
  unsigned: string;
  inOrder: string;
}

export const DISTRICT = 'akimat-kostanay-auliekol';
export const REGION = 'akimat-kostanay';
export const AGENCY = 'agency';

export const CHOICES: readonly Choice[] = [{ subtask: '1.1.2', unsigned: 't03', inOrder: 't01' }];
/** Subtasks that ask for one document of a kind that the machine does not know, so that any paper goes to people. */
export const ANY_KIND: readonly string[] = ['1.1.3', '1.2.1', '1.4.1', '2.3.1', '2.3.2', '2.4.1', '2.5.1', '2.5.2', '2.5.3', '2.5.4'];
/** For a subtask without papers of its own: quick to read, whatever the verdict. */
export const ANY_PAPER = 't38';
/** A policy of the entity «Қазақ Сапа»: in order but for a blank page, which a person has to look at. */
export const POLICY = { paper: 't24', day: '2025-07-25' };

/** One of the demonstration scans (data/scans). */
export function scan(id: string): Paper {
  return { name: `${id}.pdf`, type: 'application/pdf', bytes: readFileSync(join(ROOT, 'data/scans', `${id}.pdf`)) };
}
