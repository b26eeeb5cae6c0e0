import type { ReactNode } from 'react';

export type Tone = 'plain' | 'good' | 'watch' | 'bad' | 'info' | 'accent';

/** A state in words; the colour only repeats what the words say. */
export function Tag({ tone = 'plain', icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={`tag tag-${tone}`}>
      {icon !== undefined && <span aria-hidden="true">{icon}</span>}
      {children}
    </span>
  );
}
