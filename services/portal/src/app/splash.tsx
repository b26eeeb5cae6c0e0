import type { ReactNode } from 'react';
import { Emblem } from './emblem.js';

/** A whole page with one message: signing in, an outage, a broken page. */
export function Splash({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <main className="splash" id="main">
      <Emblem size={56} />
      <h1>{title}</h1>
      <p role="status">{text}</p>
      {children}
    </main>
  );
}
