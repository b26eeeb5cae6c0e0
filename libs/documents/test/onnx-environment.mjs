import { TestEnvironment } from 'jest-environment-node';

/** onnxruntime compares arrays with those of the process; a test's own realm has others. */
export default class OnnxEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.Float32Array = Float32Array;
  }
}
