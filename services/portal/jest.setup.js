// What jsdom lacks and the portal's libraries expect.
import { TextDecoder, TextEncoder } from 'node:util';

Object.assign(globalThis, { TextDecoder, TextEncoder });
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
const { window } = globalThis;
if (window !== undefined) {
  window.matchMedia ??= () => ({ matches: false, addListener() {}, removeListener() {}, addEventListener() {}, removeEventListener() {} });
  const computed = window.getComputedStyle.bind(window);
  window.getComputedStyle = (element) => computed(element);
  window.scrollTo = () => undefined;
  window.Element.prototype.scrollTo = () => undefined;
  window.Element.prototype.scrollIntoView = () => undefined;
}
