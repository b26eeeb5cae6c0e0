import { captureStyles } from '../capture/capture.mjs';

/** How dark ink has to be so that it is still seen after the capture of this paper. @param {import('../paper.mjs').Story} story */
export function leastInkOf({ family, style }) {
  return captureStyles(family).find(({ name }) => name === style)?.leastInk ?? 60;
}
