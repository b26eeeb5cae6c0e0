import type { ExampleView } from '@aigaq/api';

type Measured = Pick<ExampleView, 'field' | 'role' | 'machineValue' | 'value' | 'isConfirmation' | 'confidence'>;

const STEPS = [0, 0.25, 0.5, 0.75, 0.9];

/** One line per kind of field and, where the machine has a confidence, per step of it: how many, how many right, how many it left open. */
export function measure(examples: readonly Measured[]): string[] {
  const groups = Map.groupBy(examples, groupOf);
  const rows = [...groups].sort(([one], [other]) => one.localeCompare(other)).map(([name, group]) => rowOf(name, group));
  return [['field', 'examples', 'right', 'share', 'left open'].join('\t'), ...rows];
}

function groupOf({ field, role, confidence }: Measured): string {
  const [name = ''] = field.split('.');
  const step = confidence === null ? '' : ` ≥ ${STEPS.findLast((from) => confidence >= from) ?? 0}`;
  return `${name}${name === 'mark' ? ` ${role ?? ''}` : ''}${step}`;
}

function rowOf(name: string, group: readonly Measured[]): string {
  const right = group.filter(({ isConfirmation }) => isConfirmation).length;
  const open = group.filter(({ machineValue, value }) => machineValue === null && value !== '').length;
  return [name, group.length, right, (right / group.length).toFixed(3), open].join('\t');
}
