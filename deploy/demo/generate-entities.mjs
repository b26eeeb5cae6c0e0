// Writes data/demo/entities.json: 200 fictional quasi-state entities. Deterministic; run again after changing a rule here:
//   node deploy/demo/generate-entities.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { fictionalBin } from './bin.mjs';
import { ENTITY_FIELDS, ENTITY_STEMS } from './names.mjs';

const data = new URL('../../data/', import.meta.url);
const read = (file) => JSON.parse(readFileSync(new URL(file, data), 'utf8'));
const regions = read('organisations/administrative-units.json').units.filter((unit) => unit.parent === null);
const COUNT = 200;
const PER_REGION = 7;
const CENTRAL = ['mf', 'mne', 'mz', 'mnvo', 'mp', 'mks', 'mti', 'miir', 'mvd', 'mcriap', 'mtszn'].map((code) => `cgo-${code}`);

const FORMS = {
  ao: (name) => ({ ru: `АО «${name}»`, kk: `«${name}» АҚ` }),
  too: (name) => ({ ru: `ТОО «${name}»`, kk: `«${name}» ЖШС` }),
  gkp: (name) => ({ ru: `ГКП на ПХВ «${name}»`, kk: `«${name}» ШЖҚ МКК` }),
  rgp: (name) => ({ ru: `РГП на ПХВ «${name}»`, kk: `«${name}» ШЖҚ РМК` }),
};

// Kostanay supervises ten, so that one entity is exactly 10 % in the demonstration of the score.
const places = regions.flatMap((region) =>
  Array.from({ length: region.id === 'kostanay' ? 10 : PER_REGION }, () => ({ supervisor: `akimat-${region.id}`, region: region.id })),
);
for (let index = 0; places.length < COUNT; index += 1) {
  places.push({ supervisor: CENTRAL[index % CENTRAL.length], region: index % 3 === 0 ? 'almaty' : 'astana' });
}
places.sort((a, b) => Number(b.supervisor === 'akimat-kostanay') - Number(a.supervisor === 'akimat-kostanay'));

function entity(place, index) {
  const isCentral = place.supervisor.startsWith('cgo-');
  const legalForm = index === 0 ? 'ao' : [isCentral ? 'rgp' : 'gkp', 'too', 'ao', isCentral ? 'rgp' : 'gkp'][index % 4];
  const field = ENTITY_FIELDS[(index + Math.floor(index / 20)) % ENTITY_FIELDS.length];
  // The first entity is the one that signs the fictional documents of the demonstration scans.
  const name = index === 0 ? 'Қазақ Сапа' : `${ENTITY_STEMS[index % ENTITY_STEMS.length]} ${field}`;
  const bin = fictionalBin(index);
  return { id: `qs-${bin}`, bin, legalForm, name: FORMS[legalForm](name), supervisor: place.supervisor, region: place.region };
}

const entities = places.map(entity);
const meta = {
  title: { ru: 'Вымышленные субъекты квазигосударственного сектора', kk: 'Ойдан шығарылған квазимемлекеттік сектор субъектілері' },
  edition: 'demo',
  version: '1',
  source: 'deploy/demo/generate-entities.mjs: all names and numbers are invented for the demonstration; BINs have a valid control digit',
  proposed: ['everything: fictional'],
};
writeFileSync(new URL('demo/entities.json', data), `${JSON.stringify({ meta, entities }, null, 2)}\n`);
console.log(`${entities.length} entities, ${new Set(entities.map((e) => e.name.ru)).size} names, ${new Set(entities.map((e) => e.bin)).size} BINs`);
