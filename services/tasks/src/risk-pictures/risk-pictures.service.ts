import type { RiskPicturesView, RiskPictureView, UpdateSection } from '@aigaq/api';
import { dayOf } from '@aigaq/calendar';
import { type Body, type BodyName, bodyNameOn, Directory } from '@aigaq/directory';
import { covers, under } from '@aigaq/identity';
import { type Actor, type BodyKind, Clock } from '@aigaq/kernel';
import { type AdministrativeUnit, loadRiskPicture, loadUnits, type PictureSection } from '@aigaq/reference';
import { Injectable } from '@nestjs/common';
import { AnalysesRepository, type Pictured } from '../analyses/analyses.repository.js';
import { pictureErrors } from './picture.errors.js';
import { isStale, newestOfEach, type RiskPicture, sectionOf, stagesFrom, updateSection } from './picture.js';
import { RiskPicturesRepository } from './risk-pictures.repository.js';

type SectionView = RiskPictureView['sections'][number];

/** What the sections of one region are made of. */
interface Made {
  actor: Actor;
  picture: RiskPicture;
  analyses: readonly Pictured[];
  names: ReadonlyMap<string, BodyName>;
  keepers: readonly Body[];
}

@Injectable()
export class RiskPicturesService {
  private readonly rules = loadRiskPicture();
  private readonly regions = new Map(loadUnits().filter(({ parent }) => parent === null).map((unit) => [unit.id, unit]));

  constructor(
    private readonly pictures: RiskPicturesRepository,
    private readonly analyses: AnalysesRepository,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** All regions with how much each section has, on the schematic. */
  async map(): Promise<RiskPicturesView> {
    const { columns, rows, places } = this.rules.tiles;
    const written = new Map((await this.pictures.all()).map((picture) => [picture.id, picture.entries.length]));
    const counted = await this.analyses.pictured({ regionId: { $ne: null } }, this.allStages(), true);
    const byRegion = Map.groupBy(newestOfEach(counted), ({ regionId }) => regionId);
    const regions = Object.entries(places).map(([regionId, [column, row]]) => {
      const count = (content: PictureSection['content']): number => sum(this.of(content, byRegion.get(regionId) ?? []));
      const counts = { positions: count('positions'), risks: count('risks'), entries: written.get(regionId) ?? 0 };
      return { regionId, name: nameOf(this.region(regionId)), column, row, ...counts };
    });
    return { columns, rows, regions };
  }

  async view(actor: Actor, regionId: string): Promise<RiskPictureView> {
    const region = this.region(regionId);
    const analyses = newestOfEach(await this.analyses.pictured({ regionId }, this.allStages(), false));
    const keepers = await this.keepersOf(regionId);
    const names = await this.directory.namesOf([...new Set(analyses.map(({ organisationId }) => organisationId))]);
    const made: Made = { actor, picture: await this.pictures.get(regionId), analyses, names, keepers };
    const sections = await Promise.all(this.rules.sections.map((section) => this.sectionView(section, made)));
    return { regionId, name: nameOf(region), sources: this.rules.sources, sections };
  }

  async update(actor: Actor, regionId: string, number: number, update: UpdateSection): Promise<RiskPictureView> {
    this.region(regionId);
    const section = sectionOf(number, this.rules);
    const keeper = keeperOf(section, await this.keepersOf(regionId));
    if (!keeper || !(await this.mayKeep(actor, keeper))) {
      throw pictureErrors.not_keeper({ section: number });
    }
    const now = this.clock.now();
    const by = { actor, organisationId: keeper.id, now, today: dayOf(now), rules: this.rules };
    const scope = await this.directory.scopeOf(keeper);
    const author = under(actor, 'picture.update', { organisationId: keeper.id, scope });
    await this.pictures.change(author, regionId, (state) => updateSection(state, section, update, by));
    return this.view(actor, regionId);
  }

  private async sectionView(section: PictureSection, made: Made): Promise<SectionView> {
    const { number, title, description, content } = section;
    const { actor, picture, names, keepers } = made;
    const keeper = keeperOf(section, keepers);
    const updated = updatedOf(picture, number);
    const shown = this.of(content, made.analyses);
    return {
      ...{ number, title, description, content },
      keeper: keeper ? bodyNameOn(keeper, dayOf(this.clock.now())) : null,
      ...updated,
      isStale: isStale(updated.updatedOn, shown.map(({ positionsListedOn }) => positionsListedOn)),
      rows: shown.flatMap((analysis) => rowsOf(analysis, names)),
      entries: content === 'entries' ? picture.entries : [],
      mayUpdate: keeper !== undefined && (await this.mayKeep(actor, keeper)),
    };
  }

  /** The analyses that a section shows. */
  private of(content: PictureSection['content'], analyses: readonly Pictured[]): Pictured[] {
    const section = this.rules.sections.find((each) => each.content === content);
    const stages = section ? stagesFrom(section) : [];
    return analyses.filter(({ stage }) => stages.includes(stage));
  }

  private allStages() {
    return [...new Set(this.rules.sections.flatMap(stagesFrom))];
  }

  private async keepersOf(regionId: string): Promise<Body[]> {
    const kinds = [...new Set(this.rules.sections.flatMap(({ keepers }) => keepers))] as BodyKind[];
    return (await this.directory.bodiesOf(kinds)).filter((body) => body.regionId === regionId);
  }

  private async mayKeep(actor: Actor, keeper: Body): Promise<boolean> {
    return covers(actor, 'picture.update', { organisationId: keeper.id, scope: await this.directory.scopeOf(keeper) });
  }

  private region(regionId: string): AdministrativeUnit {
    const region = this.regions.get(regionId);
    if (!region) {
      throw pictureErrors.unknown_region({ regionId });
    }
    return region;
  }
}

const nameOf = ({ name: { kk, ru } }: AdministrativeUnit) => ({ kk, ru });
const sum = (analyses: readonly Pictured[]): number => analyses.reduce((all, { positionsCount }) => all + positionsCount, 0);
const keeperOf = ({ keepers }: PictureSection, bodies: readonly Body[]): Body | undefined => bodies.find(({ kind }) => keepers.includes(kind));

/** What its keeper said last; of nothing said, nothing. */
function updatedOf({ updated }: RiskPicture, section: number) {
  const said = updated.find(({ number }) => number === section);
  return said ? { updatedOn: said.on, updatedBy: said.by, note: said.note } : { updatedOn: null, updatedBy: null, note: null };
}

function rowsOf({ id, organisationId, positions }: Pictured, names: ReadonlyMap<string, BodyName>): SectionView['rows'] {
  const organisation = names.get(organisationId) ?? { id: organisationId, name: { kk: organisationId, ru: organisationId }, kind: 'other' as const };
  return positions.map((position) => ({ ...position, organisation, analysisId: id }));
}
