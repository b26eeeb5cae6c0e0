import type { LiveChange } from '@aigaq/api';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { listen, type LiveState } from '../api/live.js';
import { parse } from '../api/problem.js';
import type { SseMessage } from '../api/sse.js';

const STALE: Record<LiveChange['thing'], readonly string[]> = {
  assignment: ['assignment', 'assignments'],
  evidence: ['evidence', 'assignment'],
  overview: ['overview'],
  compliance: ['compliance'],
};

const LIVE_KEYS = ['assignment', 'assignments', 'evidence', 'overview', 'compliance', 'notices'];

const forget = (queries: QueryClient, keys: readonly string[]): void =>
  keys.forEach((key) => void queries.invalidateQueries({ queryKey: [key] }));

export function takeMessage(queries: QueryClient, { event, data }: SseMessage): void {
  if (event === 'notice') {
    forget(queries, ['notices']);
  }
  const change = event === 'changed' ? (parse(data) as LiveChange | null) : null;
  if (change !== null) {
    forget(queries, STALE[change.thing] ?? []);
  }
}

/** Keeps what is on the screen fresh. Answers whether the line has been cut for so long that the person should know. */
export function useLiveUpdates(isOn: boolean): boolean {
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [isCut, setCut] = useState(false);

  useEffect(() => {
    if (!isOn) {
      return undefined;
    }
    let wasOpen = false;
    return listen(
      (message) => takeMessage(queries, message),
      (next: LiveState) => {
        setOpen(next === 'open');
        // Whatever was told while the line was cut is unknown: look again.
        if (next === 'open' && wasOpen) {
          forget(queries, LIVE_KEYS);
        }
        wasOpen ||= next === 'open';
      },
    );
  }, [isOn, queries]);

  useEffect(() => {
    if (isOpen) {
      setCut(false);
      return undefined;
    }
    const timer = setTimeout(() => setCut(true), 12_000);
    return () => clearTimeout(timer);
  }, [isOpen]);
  return isOn && isCut;
}
