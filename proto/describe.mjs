// Writes docs/events.md from the comments of the contracts. `npm run contracts` calls it; a test expects the file to be up to date.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PROTO = import.meta.dirname;
const MESSAGE = /((?:^\/\/.*\n)*)^message (\w+) \{\n([\s\S]*?)^\}/gm;

/** @param {string} comment */
const plain = (comment) => comment.replaceAll(/^\/\/ ?/gm, '').replaceAll('\n', ' ').trim();

/** @param {string} file */
function sectionOf(file) {
  const text = readFileSync(join(PROTO, file), 'utf8');
  const service = file.split('/')[0] ?? '';
  const messages = [...text.matchAll(MESSAGE)].map(([, comment = '', name = '', body = '']) => ({ name, about: plain(comment), body }));
  const isPart = (/** @type {string} */ name) => messages.some(({ body }) => new RegExp(`\\b${name}\\b[ >]`).test(body));
  const rows = messages.filter(({ name }) => !isPart(name)).map(({ name, about, body }) => {
    const fields = [...body.matchAll(/(\w+) = \d+;/g)].map(([, field]) => field);
    return `| \`${name}\` | ${about} | ${fields.join(', ')} |`;
  });
  const about = plain(/^(\/\/.*)\npackage/m.exec(text)?.[1] ?? '');
  return `## ${service}\n${about}\n\n| event | what it says | fields |\n|---|---|---|\n${rows.join('\n')}\n`;
}

export function describeEvents() {
  const sections = globSync('*/v1/events.proto', { cwd: PROTO }).sort().map(sectionOf);
  return `# Events\n\nGenerated from \`proto/\` by \`npm run contracts\`. Topic \`<service>.events\`; work (\`CheckRequested\`) has a topic of its own.\n\n${sections.join('\n')}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(join(PROTO, '../docs/events.md'), describeEvents());
}
