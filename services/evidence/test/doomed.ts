// A whole service with its worker that takes in a long paper and then waits to be killed: `node doomed.ts <folder> <prefix> <file>`.
import type { EvidenceView } from '@aigaq/api';
import { PEOPLE } from '@aigaq/testing';
import { House, scripted } from './house.js';

const [, , folder = '', prefix = '', file = ''] = process.argv;

const house = await House.open({ withWorker: true, reading: scripted(600), kept: { folder, prefix } });
const { body } = await house.upload(Buffer.from(`long one waits ${file}`));
const { id } = body as EvidenceView;
for (;;) {
  const view = (await house.service.as(PEOPLE.executor).get(`/api/evidence/documents/${id}`)).body as EvidenceView;
  if (view.preliminary !== null) {
    process.send?.(id);
    break;
  }
  await new Promise((resolve) => setTimeout(resolve, 50));
}
