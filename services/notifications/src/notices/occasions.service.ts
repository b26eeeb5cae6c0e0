import type { LocalisedText } from '@aigaq/contracts';
import { Directory } from '@aigaq/directory';
import { isSecret, type Localised, type Role } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import type { Audience, NamedOccasion } from './notices.service.js';

const EXECUTORS: readonly Role[] = ['executor', 'compliance-officer', 'ethics-officer'];

/** What every fact about an assignment carries. */
export interface AssignmentFact {
  assignmentId: string;
  organisationId: string;
  subtaskCode: string;
  secrecy: string;
  title?: LocalisedText | undefined;
}

/** What facts about assignments mean for people. */
@Injectable()
export class Occasions {
  constructor(private readonly directory: Directory) {}

  /**
   * Of something secret everybody, on a name list or not, is told the code of the subtask, the body and what happened, in words of their own
   * (`….secret`): an inbox and a letter are open to more than one pair of eyes.
   */
  async of(code: string, told: AssignmentFact, words: NamedOccasion['data'] = {}): Promise<NamedOccasion> {
    const { assignmentId, organisationId, subtaskCode, secrecy, title } = told;
    const body = await this.nameOf(organisationId);
    const data = { subtask: same(subtaskCode), organisation: body };
    const path = `/assignments/${encodeURIComponent(assignmentId)}`;
    return isSecret(secrecy) ? { code, textCode: `${code}.secret`, path, data } : { code, path, data: { ...data, title: localised(title), ...words } };
  }

  async nameOf(organisationId: string): Promise<Localised> {
    return (await this.directory.namesOf([organisationId])).get(organisationId)?.name ?? same(organisationId);
  }
}

export function executorsOf(...organisationIds: string[]): Audience {
  return { organisationIds, roles: EXECUTORS };
}

/** The Agency's curators, elsewhere the coordinators. */
export function reviewersOf(organisationId: string): Audience {
  return { organisationIds: [organisationId], roles: [organisationId === 'agency' ? 'curator' : 'coordinator'] };
}

function localised(text: LocalisedText | undefined): Localised {
  return { kk: text?.kk ?? '', ru: text?.ru ?? '' };
}

export function same(text: string): Localised {
  return { kk: text, ru: text };
}

/** A day as people write it. */
export function dayOfText(day: string): Localised {
  return same(day.split('-').reverse().join('.'));
}
