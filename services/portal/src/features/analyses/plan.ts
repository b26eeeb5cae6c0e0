import type { PlanAnalysis } from '@aigaq/api';
import { isReason } from '../../ui/filled.js';
import type { Found } from '../../ui/search-field.js';

export interface EnteredPlan {
  body: Found[];
  kind: PlanAnalysis['kind'];
  object: string;
  start: string;
  end: string;
  team: string;
}

export const NEW_PLAN: EnteredPlan = { body: [], kind: 'internal', object: '', start: '', end: '', team: '' };

/** One person a line, «name, position»; undefined when a line has no position. */
export function teamOf(text: string): PlanAnalysis['team'] | undefined {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const team = lines.map((line) => {
    const [name = '', ...rest] = line.split(',');
    return { name: name.trim(), position: rest.join(',').trim() };
  });
  return team.every(({ name, position }) => isReason(name) && isReason(position)) ? team : undefined;
}

/** What is sent; undefined while something is missing. Whether the days will do is for the service to say. */
export function planOf({ body, kind, object, start, end, team }: EnteredPlan): PlanAnalysis | undefined {
  const [chosen] = body;
  const members = teamOf(team);
  if (chosen === undefined || !isReason(object) || start === '' || end === '' || members === undefined) {
    return undefined;
  }
  return { organisationId: chosen.value, kind, object: object.trim(), start, end, team: members };
}
