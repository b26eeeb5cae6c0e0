import { dayOf } from '@aigaq/calendar';
import type { Clock } from '@aigaq/kernel';

/** Today in Asia/Almaty, `YYYY-MM-DD`. */
export function today(clock: Clock): string {
  return dayOf(clock.now());
}
