import type { BodyName } from '@aigaq/api';
import { scopeFilter } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import type { Stored } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Body } from '../bodies/body.js';
import type { Chairs, Vacancy } from './chairs.js';

export interface BodyVacancies {
  organisation: BodyName;
  vacancies: readonly Vacancy[];
}

interface Wanted {
  after: string;
  day: string;
  limit: number;
}

type StoredVacancies = Pick<Chairs, 'vacancies'> & { _id: string };

/** Vacant bodies looked through at once: as a rule all that there are. */
const AT_ONCE = 1000;

@Injectable()
export class VacanciesRepository {
  constructor(
    @InjectModel('Chairs', 'organisations') private readonly chairs: Model<Stored<Chairs>>,
    @InjectModel('Body', 'organisations') private readonly bodies: Model<Stored<Body>>,
  ) {}

  /**
   * Living bodies with a vacant chair that the actor may see, by id. Who may see a body stands with the body alone, so that a
   * body that was moved is seen from its new place at once; hence two index queries for each thousand vacancies.
   */
  async page(actor: Actor, { after, day, limit }: Wanted): Promise<BodyVacancies[]> {
    const found: BodyVacancies[] = [];
    let vacant = await this.vacantAfter(actor, after);
    while (vacant.length > 0 && found.length < limit) {
      found.push(...(await this.visible(actor, vacant, day)));
      vacant = vacant.length < AT_ONCE ? [] : await this.vacantAfter(actor, vacant.at(-1)?._id ?? '');
    }
    return found.slice(0, limit);
  }

  /** For those who see their own bodies alone only these are looked through. */
  private vacantAfter(actor: Actor, id: string): Promise<StoredVacancies[]> {
    const seen = scopeFilter(actor, 'body.read');
    const own = 'organisationId' in seen ? seen.organisationId : {};
    return this.chairs
      .find({ hasVacancy: true, _id: { $gt: id, ...own } }, { vacancies: 1 })
      .sort({ _id: 1 })
      .limit(AT_ONCE)
      .lean<StoredVacancies[]>();
  }

  private async visible(actor: Actor, vacant: readonly StoredVacancies[], day: string): Promise<BodyVacancies[]> {
    const living = { $or: [{ validUntil: null }, { validUntil: { $gte: day } }] };
    const bodies = await this.bodies
      .find({ $and: [{ _id: { $in: vacant.map(({ _id }) => _id) } }, scopeFilter(actor, 'body.read'), living] }, { name: 1, kind: 1 })
      .lean<Stored<Body>[]>();
    const byId = new Map(bodies.map(({ _id, name, kind }) => [_id, { id: _id, name, kind }]));
    return vacant.flatMap(({ _id, vacancies }) => {
      const organisation = byId.get(_id);
      return organisation ? [{ organisation, vacancies }] : [];
    });
  }
}
