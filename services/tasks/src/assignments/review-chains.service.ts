import { type Body, Directory } from '@aigaq/directory';
import { loadReviewChains, type ReviewChains } from '@aigaq/reference';
import { Injectable } from '@nestjs/common';
import type { Assignment, ReviewParty } from './assignment.js';
import { AGENCY, reviewSteps } from './review-chain.js';
import { reviewingRole } from './review.js';
import type { ToldSubtask } from './told-subtask.js';

/** Who reviews: the data of the edition, and what the directory knows of bodies and people. */
@Injectable()
export class ReviewChainsService {
  private readonly byEdition = new Map<string, ReviewChains>();

  constructor(private readonly directory: Directory) {}

  of(edition: string): ReviewChains {
    const chains = this.byEdition.get(edition) ?? loadReviewChains(edition);
    this.byEdition.set(edition, chains);
    return chains;
  }

  /** The steps of the review, if it were handed in now. @throws assignment.no_reviewing_body */
  async stepsFor({ edition, project, organisationId, organisationKind: kind }: Assignment): Promise<ReviewParty[][]> {
    const body = await this.directory.body(organisationId);
    const line = body ? await this.directory.reportingLine(body) : [];
    const place = { id: organisationId, kind, line: line.map(({ id }) => id), supervisorIds: body?.supervisorIds ?? [] };
    return reviewSteps(this.of(edition), project, place);
  }

  /** The body that decides on a request. */
  async deciderOf(assignment: Assignment, kind: keyof ReviewChains['decides']): Promise<string> {
    const [first = []] = await this.stepsFor(assignment);
    return this.of(assignment.edition).decides[kind] === 'agency' ? AGENCY : (first[0]?.organisationId ?? AGENCY);
  }

  /**
   * The bodies in which nobody can review, each with the body above it: nobody at all is there, or authors of the work only, or, of what is
   * secret, nobody who is on the name list.
   */
  async vacantOf(reviewing: readonly string[], authors: readonly string[], { secrecy }: ToldSubtask): Promise<Map<string, string>> {
    const isAble = await this.whoCanReview(reviewing, authors, secrecy);
    const vacant = reviewing.filter((id) => !isAble(id));
    const bodies = await this.directory.bodies(vacant);
    return new Map(vacant.map((id) => [id, superiorOf(bodies.find((body) => body.id === id))]));
  }

  private async whoCanReview(reviewing: readonly string[], authors: readonly string[], secrecy: ToldSubtask['secrecy']): Promise<(id: string) => boolean> {
    const [curators, coordinators] = await Promise.all([
      this.directory.membersOfEach([AGENCY], [reviewingRole(AGENCY)]),
      this.directory.membersOfEach(reviewing.filter((id) => id !== AGENCY), ['coordinator']),
    ]);
    const members = new Map([...curators, ...coordinators]);
    const ids = [...members.values()].flat().map(({ personId }) => personId);
    const cleared = secrecy === 'none' ? new Set(ids) : await this.directory.clearedOf(ids, secrecy);
    return (id) => members.get(id)?.some(({ personId }) => cleared.has(personId) && !authors.includes(personId)) ?? false;
  }
}

/** Where a vacant step is reported. */
function superiorOf(body: Body | undefined): string {
  return body?.parentId ?? body?.supervisorIds[0] ?? AGENCY;
}
