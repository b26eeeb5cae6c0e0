import type { PictureEntry } from '@aigaq/api';
import type { Day } from '@aigaq/calendar';
import { event, PictureSectionUpdatedSchema, timestampFromDate } from '@aigaq/contracts';
import type { Actor, Decision } from '@aigaq/kernel';
import { ANALYSIS_STAGES, type AnalysisStage, type PictureSection, type RiskPictureRules } from '@aigaq/reference';
import { pictureErrors } from './picture.errors.js';

/** What its keeper said when a section was last brought up to date. */
export interface Updated {
  number: number;
  on: Day;
  by: { id: string; name: string };
  organisationId: string;
  note: string;
}

/** The picture of risks of one region, as far as it is written; the rest follows from the analyses. Its id is the region. */
export interface RiskPicture {
  id: string;
  updated: Updated[];
  entries: PictureEntry[];
}

export interface Update {
  note: string;
  entries?: PictureEntry[] | undefined;
}

/** @throws picture.unknown_section */
export function sectionOf(number: number, { sections }: RiskPictureRules): PictureSection {
  const section = sections.find((each) => each.number === number);
  if (!section) {
    throw pictureErrors.unknown_section({ section: number });
  }
  return section;
}

/** Brings a section up to date (Instruction 2024, subtask 1.5.1; the note is what appendix 1 asks for). */
export function updateSection(
  state: RiskPicture,
  section: PictureSection,
  { note, entries }: Update,
  by: { actor: Actor; organisationId: string; now: Date; today: Day; rules: RiskPictureRules },
): Decision<RiskPicture> {
  const written = mustBeWritten(section, entries, by.rules);
  const { actor, organisationId } = by;
  const person = { id: actor.id, name: actor.name };
  const updated: Updated = { number: section.number, on: by.today, by: person, organisationId, note };
  const others = state.updated.filter(({ number }) => number !== section.number);
  const told = event(PictureSectionUpdatedSchema, {
    ...{ regionId: state.id, organisationId, section: section.number, note, entries: written?.length ?? 0 },
    ...{ updatedBy: person, updatedAt: timestampFromDate(by.now) },
  });
  return { next: { ...state, updated: [...others, updated], entries: written ?? state.entries }, events: [told] };
}

function mustBeWritten({ content, number }: PictureSection, entries: PictureEntry[] | undefined, { sources }: RiskPictureRules): PictureEntry[] | undefined {
  if (content !== 'entries') {
    if (entries !== undefined) {
      throw pictureErrors.no_entries({ section: number });
    }
    return undefined;
  }
  if (entries === undefined) {
    throw pictureErrors.entries_wanted({ section: number });
  }
  const unknown = entries.find(({ source }) => !sources.some(({ code }) => code === source));
  if (unknown) {
    throw pictureErrors.unknown_source({ source: unknown.source });
  }
  return entries;
}

/** Stages in which an analysis belongs to a section. */
export function stagesFrom({ from }: PictureSection): AnalysisStage[] {
  return from === null ? [] : ANALYSIS_STAGES.slice(ANALYSIS_STAGES.indexOf(from));
}

/** Of each object of a body the newest analysis: the older list is no longer how things are. */
export function newestOfEach<T extends { organisationId: string; object: string; start: string }>(analyses: readonly T[]): T[] {
  const newest = new Map<string, T>();
  for (const analysis of analyses) {
    const key = `${analysis.organisationId} ${analysis.object.toLocaleLowerCase('ru')}`;
    const known = newest.get(key);
    if (!known || known.start < analysis.start) {
      newest.set(key, analysis);
    }
  }
  return [...newest.values()];
}

/** The section was never brought up to date though there is something to show, or a list came after it was. */
export function isStale(updatedOn: Day | null, listed: readonly (Day | null)[]): boolean {
  const days = listed.filter((day) => day !== null);
  return updatedOn === null ? days.length > 0 : days.some((day) => day > updatedOn);
}
