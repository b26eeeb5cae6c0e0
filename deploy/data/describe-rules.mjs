// Writes docs/evidence-rules.md: the rule of evidence of every subtask of every edition in words. `npm run rules`; data/evidence-rules.spec.ts
// expects the file to be up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeRule, sayRule } from '@aigaq/evidence-rule';
import { loadCard } from '@aigaq/reference';

const ROOT = new URL('../../', import.meta.url);
const EDITIONS = ['2024', '2022'];
const LANGUAGES = /** @type {const} */ (['ru', 'kk']);
const PERIODS = { year: 'год / жыл', half: 'полугодие / жартыжылдық', quarter: 'квартал / тоқсан', month: 'месяц / ай', once: 'один раз / бір рет' };

/** The text of a code in the portal's own words. @param {'ru' | 'kk'} language @returns {import('@aigaq/evidence-rule').Translate} */
function translateIn(language) {
  const texts = JSON.parse(readFileSync(new URL(`services/portal/src/texts/${language}.json`, ROOT), 'utf8'));
  return (group, code, values) => {
    const text = [...group.split('.'), code].reduce((tree, key) => tree?.[key], texts);
    if (typeof text !== 'string') {
      throw new Error(`no text for ${group}.${code} in ${language}`);
    }
    return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => values[name] ?? '');
  };
}

const SAY = { ru: translateIn('ru'), kk: translateIn('kk') };

/** @param {import('@aigaq/reference').CardSubtask} subtask */
function row({ code, title, period, audience, evidence }) {
  const said = LANGUAGES.map((language) => {
    const sentences = describeRule(evidence, language).map((sentence) => sayRule(sentence, SAY[language]));
    return `**${title[language]}**<br>${sentences.join('<br>')}`;
  });
  const bodies = [...audience.kinds, ...(audience.include ?? [])].join(', ');
  return `| ${[code, PERIODS[period], bodies, ...said].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** @param {string} edition */
function section(edition) {
  const card = loadCard(edition);
  const rows = card.projects.flatMap((project) => project.tasks.flatMap((task) => task.subtasks.map(row)));
  const count = `${rows.length} ${card.meta.levels === 'group-project-task' ? 'tasks' : 'subtasks'}`;
  return [`## Edition ${edition}: ${count}`, '', '| code | period | bodies | по-русски | қазақша |', '|---|---|---|---|---|', ...rows].join('\n');
}

/** The whole document. */
export function rulesDocument() {
  const head = [
    '# Rules of evidence in words',
    '',
    'Generated from `data/cards` by `npm run rules`. The words are those that executor and reviewer see. What in the rules is ours and not of the',
    'Instruction is said in `meta.proposed` of each card.',
  ];
  return `${[head.join('\n'), ...EDITIONS.map(section)].join('\n\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('docs/evidence-rules.md', ROOT), rulesDocument());
}
