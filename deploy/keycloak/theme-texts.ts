import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { install } from '../local/keycloak.mjs';

/** The texts of Keycloak's login pages in one language, by key. */
export async function themeTexts(language: string): Promise<Map<string, string>> {
  const { distribution } = await install();
  const folder = join(distribution, 'lib/lib/main');
  const jar = readdirSync(folder).find((name) => /^org\.keycloak\.keycloak-themes-\d/.test(name)) ?? '';
  const text = fileIn(readFileSync(join(folder, jar)), `theme/base/login/messages/messages_${language}.properties`);
  const rows = text.split('\n').filter((line) => /^[^#\s].*=/.test(line));
  return new Map(rows.map((line) => [line.slice(0, line.indexOf('=')).trim(), line.slice(line.indexOf('=') + 1).trim()]));
}

/** One file of a ZIP archive, found through its central directory. */
function fileIn(archive: Buffer, wanted: string): string {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  let at = archive.readUInt32LE(end + 16);
  while (archive.readUInt32LE(at) === 0x02014b50) {
    const [nameLength, extraLength, noteLength] = [archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32)];
    if (archive.toString('utf8', at + 46, at + 46 + nameLength) === wanted) {
      const [packed, header] = [archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 42)];
      const begin = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
      const bytes = archive.subarray(begin, begin + packed);
      return (archive.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8');
    }
    at += 46 + nameLength + extraLength + noteLength;
  }
  throw new Error(`the archive has no ${wanted}`);
}
