// What jsdom lacks and the portal's libraries expect.
import { TextDecoder, TextEncoder } from 'node:util';

Object.assign(globalThis, { TextDecoder, TextEncoder });
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
// Not the one of node:worker_threads: an open port keeps the test process alive.
globalThis.MessageChannel ??= class {
  port1 = { onmessage: null };
  port2 = { postMessage: (data) => setTimeout(() => this.port1.onmessage?.({ data })) };
};
if (globalThis.FileReader !== undefined) {
  globalThis.Blob.prototype.arrayBuffer ??= function arrayBuffer() {
    const { promise, resolve } = Promise.withResolvers();
    const reader = new globalThis.FileReader();
    reader.onload = () => resolve(reader.result);
    reader.readAsArrayBuffer(this);
    return promise;
  };
}
const { window } = globalThis;
if (window !== undefined) {
  window.matchMedia ??= () => ({ matches: false, addListener() {}, removeListener() {}, addEventListener() {}, removeEventListener() {} });
  const computed = window.getComputedStyle.bind(window);
  window.getComputedStyle = (element) => computed(element);
  window.scrollTo = () => undefined;
  window.Element.prototype.scrollTo = () => undefined;
  window.Element.prototype.scrollIntoView = () => undefined;
}
