import type { PageSource } from '../pages/source.js';

/** Several files as one paper: their pages one after the other. `close` closes all of them. */
export function openSet(sources: readonly PageSource[]): PageSource {
  return {
    pages: sources.reduce((sum, source) => sum + source.pages, 0),
    draw(page, size) {
      let before = 0;
      for (const source of sources) {
        if (page <= before + source.pages) return source.draw(page - before, size);
        before += source.pages;
      }
      return Promise.reject(new RangeError(`the paper has no page ${page}`));
    },
    close: () => sources.forEach((source) => source.close()),
  };
}
