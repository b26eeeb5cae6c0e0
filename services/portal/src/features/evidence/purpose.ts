import { createContext, useContext } from 'react';

const Purpose = createContext<string | undefined>(undefined);

/** What the person said he needs the secret things of this page for: kept while the page is open, and sent with every request for them. */
export const PurposeProvider = Purpose.Provider;

/** Undefined on pages that show nothing secret. */
export function usePurpose(): string | undefined {
  return useContext(Purpose);
}
