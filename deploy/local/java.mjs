// Java and Maven for Kafka and Keycloak: from the machine, otherwise from Debian's packages.
import { join } from 'node:path';
import { aptInstall, program } from './debian.mjs';
import { findProgram, run, SetupError } from './steps.mjs';

const OLDEST = 17;

/** A Java that Kafka and Keycloak can run on. @returns {Promise<string>} path of `java` */
export async function installJava() {
  const present = await findJava();
  if (present) {
    return present;
  }
  await aptInstall(['openjdk-17-jre-headless']);
  const installed = await findJava();
  if (!installed) {
    throw new SetupError(`Java ${OLDEST} or newer is needed: install the package openjdk-17-jre-headless.`);
  }
  return installed;
}

async function findJava() {
  const home = process.env.JAVA_HOME;
  const places = [home && join(home, 'bin', 'java'), findProgram('java'), '/usr/lib/jvm/java-17-openjdk-amd64/bin/java'];
  for (const java of places) {
    if (java && (await majorVersion(java)) >= OLDEST) {
      return java;
    }
  }
  return undefined;
}

/** @param {string} java */
async function majorVersion(java) {
  const settings = await run(java, ['--version']).catch(() => ''); // Java 8 does not know --version: too old as well
  return Number(/^\S+ (\d+)/.exec(settings)?.[1] ?? 0);
}

/** One after another: two Mavens that fetch into an empty repository get into each other's way. @type {Promise<unknown>} */
let building = Promise.resolve();

/** Runs Maven quietly; it comes from Debian's packages when it is missing. @param {readonly string[]} args */
export function runMaven(args) {
  const mine = building.then(async () => run(await program('mvn', ['maven']), ['--batch-mode', '--quiet', ...args]));
  building = mine.catch(() => undefined);
  return mine;
}
