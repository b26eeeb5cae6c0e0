// Brings the database server: PostgreSQL 18 with DocumentDB as plain files of Debian packages, and FerretDB built from source.
import { chmod, copyFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { debFiles, packageWithDependencies } from '../debian.mjs';
import { cacheFolder, run, SetupError, step } from '../steps.mjs';
import { buildFerretdb } from './ferretdb.mjs';

const BIN = 'usr/lib/postgresql/18/bin';
const EXTENSIONS = 'usr/lib/postgresql/18/lib';
const [LOADER, LIBRARIES] = process.arch === 'arm64'
  ? ['usr/lib/aarch64-linux-gnu/ld-linux-aarch64.so.1', 'usr/lib/aarch64-linux-gnu']
  : ['usr/lib64/ld-linux-x86-64.so.2', 'usr/lib/x86_64-linux-gnu'];

/**
 * What of the package's dependencies is needed, by the beginning of the name (the versions in the names change). The other half,
 * some 150 MB, serves raster maps, just-in-time compilation and administration that nothing here uses.
 */
const WANTED = [
  'postgresql-18', 'postgresql-client-18', 'tzdata', 'zlib1g',
  'libc6', 'libgcc-s', 'libstdc++', 'libpam0g', 'libaudit1', 'libcap-ng', 'libsystemd0', 'libnuma', 'liburing',
  'liblz4', 'liblzma', 'libzstd', 'libxxhash', 'libbrotli', 'libdeflate',
  'libbson', 'libicu', 'libpcre2-8', 'libxml2', 'libunistring', 'libidn2', 'libpsl', 'libreadline', 'libtinfo', 'libedit',
  'libpq', 'libldap', 'libsasl2-2', 'libgssapi', 'libk5crypto', 'libkrb5', 'libkeyutils', 'libcom-err', 'libssl', 'libgnutls30',
  'libnettle', 'libhogweed', 'libgmp', 'libp11-kit', 'libtasn1', 'libffi', 'libcurl', 'libssh2', 'libnghttp', 'libngtcp2',
  'libgeos', 'libproj', 'libsqlite3', 'libtiff', 'libjbig', 'libjpeg62', 'liblerc', 'libwebp7', 'libsharpyuv', 'libjson-c',
  'libprotobuf-c',
];
const UNUSED = ['etc', 'var', 'usr/share/doc', 'usr/share/man', 'usr/share/locale', 'usr/share/postgresql/18/man', `${EXTENSIONS}/bitcode`];

/**
 * Where the programs are: the folder of `postgres`, `initdb` and `psql`, and the FerretDB program.
 * @returns {Promise<{ bin: string, ferretdb: string }>}
 */
export async function install() {
  const [postgres, ferretdb] = await Promise.all([
    cacheFolder('postgresql-documentdb', '18', (folder) => step('PostgreSQL with DocumentDB (54 MB)', () => unpackPostgres(folder))),
    cacheFolder('ferretdb', '2.7.0-1', (folder) => step('FerretDB (built from source)', () => buildFerretdb(folder))),
  ]);
  return { bin: join(postgres, BIN), ferretdb: join(ferretdb, 'ferretdb') };
}

/** @param {string} folder */
async function unpackPostgres(folder) {
  const all = await packageWithDependencies('postgresql-18-documentdb');
  await debFiles(folder, all.filter((name) => WANTED.some((beginning) => name.startsWith(beginning))));
  await Promise.all(UNUSED.map((name) => rm(join(folder, name), { recursive: true, force: true })));
  await Promise.all(['postgres', 'initdb', 'psql'].map((name) => wrapProgram(folder, name)));
  await repairPostgis(join(folder, 'usr/share/postgresql/18/extension'));
  await checkLibraries(folder);
}

/** The programs need the libraries beside them, not the machine's older ones: a small script starts each with its own loader. */
async function wrapProgram(/** @type {string} */ folder, /** @type {string} */ name) {
  const path = join(folder, BIN, name);
  await rename(path, `${path}.bin`);
  await writeFile(path, `#!/bin/sh
bin=$(cd "$(dirname "$0")" && pwd)
root=\${bin%/${BIN}}
exec "$root/${LOADER}" --argv0 "$bin/${name}" --library-path "$root/${LIBRARIES}:$root/${EXTENSIONS}" "$bin/${name}.bin" "$@"
`);
  await chmod(path, 0o755);
}

/** The package makes this file when it is configured on a machine, which never happens here. @param {string} extensions */
async function repairPostgis(extensions) {
  const control = join(extensions, 'postgis.control');
  if (!existsSync(control)) {
    await copyFile(join(extensions, 'postgis-3.control'), control);
  }
}

/** Finds at set-up, not at the first query, that a new version of a package needs a library that WANTED leaves out. */
async function checkLibraries(/** @type {string} */ folder) {
  const modules = (await readdir(join(folder, EXTENSIONS))).filter((name) => /^(pg_documentdb|pg_cron|postgis-3|vector|rum).*\.so$/.test(name));
  const files = [...modules.map((name) => join(EXTENSIONS, name)), `${BIN}/postgres.bin`, `${BIN}/psql.bin`];
  const search = [LIBRARIES, EXTENSIONS].map((name) => join(folder, name)).join(':');
  for (const file of files) {
    const missing = /(\S+) => not found/.exec(await run(join(folder, LOADER), ['--library-path', search, '--list', join(folder, file)]));
    if (missing) {
      throw new SetupError(`Debian's DocumentDB now needs ${missing[1]} too: add its package to WANTED in deploy/local/database/install.mjs.`);
    }
  }
}
