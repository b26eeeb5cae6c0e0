// What is under test, from the sources as they are.
const LIBRARY = '../../../libs/documents';

/** @returns {Promise<{ inspectFile: (bytes: Uint8Array, type: string) => Promise<any>, openPages: (bytes: Uint8Array, type: string) => Promise<any> }>} */
export async function register() {
  const [{ inspectFile }, { openPages }] = await Promise.all([import(`${LIBRARY}/src/inspect/inspect-file.ts`), import(`${LIBRARY}/src/pages/source.ts`)]);
  return { inspectFile, openPages };
}
