import { z } from 'zod';
import { meta } from './vocabulary.js';

/** One thing of the catalogue: a group, project, task, subtask or indicator. Its other fields differ by edition and are kept as they are. */
const entry = z.looseObject({ code: z.string(), title: z.string() });

export const cardSourceSchema = z.strictObject({
  meta,
  language: z.enum(['ru', 'kk']),
  catalogue: z.looseObject({
    /** 2024: projects with tasks with subtasks. */
    projects: z.array(entry).optional(),
    /** 2022: groups with indicators and projects with tasks. */
    groups: z.array(entry).optional(),
  }),
});
export type CardSource = z.infer<typeof cardSourceSchema>;
export type CardSourceEntry = z.infer<typeof entry>;

/** Every thing of the catalogue that has a code, in its order. */
export function sourceEntries({ catalogue }: CardSource): CardSourceEntry[] {
  const within = (value: unknown): CardSourceEntry[] => {
    if (Array.isArray(value)) {
      return value.flatMap(within);
    }
    const own = entry.safeParse(value);
    return own.success ? [own.data, ...['kpis', 'projects', 'tasks', 'subtasks'].flatMap((below) => within(own.data[below]))] : [];
  };
  return [...within(catalogue.groups), ...within(catalogue.projects)];
}
