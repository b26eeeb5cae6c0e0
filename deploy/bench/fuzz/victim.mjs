// Opens damaged files as the reading process of the service does: inspect, then draw the first page of what was let through.
import { register } from './sources.mjs';

const { inspectFile, openPages } = await register();

/** @param {Uint8Array} bytes @param {string} type @returns {Promise<string>} */
async function outcome(bytes, type) {
  const found = await inspectFile(bytes, type);
  if (!found.ok) {
    return found.code;
  }
  try {
    const source = await openPages(bytes, found.type);
    try {
      const { picture } = await source.draw(1, { longSide: 500 });
      return picture.data.length === picture.width * picture.height * 3 ? 'drawn' : `drawn wrongly: ${picture.width} × ${picture.height}`;
    } finally {
      source.close();
    }
  } catch {
    // Let through and not to be read after all: such a paper goes to a person.
    return `unreadable ${found.type}`;
  }
}

process.on('message', async (/** @type {{ id: number, bytes: Uint8Array, type: string }} */ { id, bytes, type }) => {
  const result = await outcome(bytes, type).catch((error) => `error: ${error?.stack ?? error}`);
  process.send?.({ id, result, memory: process.memoryUsage().rss });
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
