import { useState } from 'react';

/** What is typed into a form, and whether its mistakes are told yet: not before the person has tried to send it. */
export function useEntered<T extends object>(initial: T) {
  const [entered, setEntered] = useState(initial);
  const [isTold, setTold] = useState(false);
  return {
    entered,
    set:
      <K extends keyof T>(name: K) =>
      (value: T[K]): void =>
        setEntered((before) => ({ ...before, [name]: value })),
    told: (isWrong: boolean, text: string): string => (isTold && isWrong ? text : ''),
    tell: (): void => setTold(true),
  };
}
