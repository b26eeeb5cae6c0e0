import { isSecret } from '@aigaq/kernel';
import type { CardSubtask } from '@aigaq/reference';

export type ToldSubtask = Pick<CardSubtask, 'code' | 'title' | 'secrecy'>;

/** What facts say of the subtask. Whoever hears them shows it to anybody, so of what is secret they carry the code alone. */
export function toldOf({ code, title, secrecy }: ToldSubtask) {
  return { subtaskCode: code, secrecy, ...(!isSecret(secrecy) && { title }) };
}
