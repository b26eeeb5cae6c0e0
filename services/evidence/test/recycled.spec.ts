import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { AssignmentsOpenedSchema, EvidenceCheckedSchema, ObjectReadSchema } from '@aigaq/contracts';
import { installedTesseract } from '@aigaq/documents';
import { fact, PEOPLE, type TestPerson } from '@aigaq/testing';
import sharp from 'sharp';
import { ASSIGNMENT, House, scripted, SOURCES } from './house.js';

jest.setTimeout(180_000);

const STRANGE = '2024:1.1.2:akimat-zhambyl-zhualy:2026';
const OTHER_SUBTASK = '2024:3.2.1:akimat-kostanay-auliekol:2026';
const LAST_YEAR = '2024:1.1.2:akimat-kostanay-auliekol:2025';

const opened = (assignmentId: string, subtaskCode: string, year: number) => {
  const assignments = [{ assignmentId, organisationId: 'akimat-kostanay-auliekol' }];
  const fields = { rolloutId: assignmentId, chunk: 1, edition: '2024', subtaskCode, projectCode: subtaskCode.slice(0, 1), period: String(year), year, assignments };
  return fact(AssignmentsOpenedSchema, fields, { key: assignmentId });
};

class Story {
  constructor(readonly house: House) {}

  static async open(reading: NonNullable<Parameters<typeof House.open>[0]>['reading']): Promise<Story> {
    const house = await House.open({ withWorker: true, ...(reading && { reading }) });
    await house.service.tell(opened(OTHER_SUBTASK, '3.2.1', 2026), opened(LAST_YEAR, '1.1.2', 2025));
    return new Story(house);
  }

  /** Hands a paper in and waits until it is read. */
  async handIn(bytes: Buffer, assignmentId: string, person: TestPerson = PEOPLE.executor, mediaType = 'application/pdf'): Promise<string> {
    const { body } = await this.house.upload(bytes, { subject: { type: 'assignment', id: assignmentId }, mediaType }, person);
    for (let tries = 0; tries < 300; tries += 1) {
      if ((await this.view(body.id, person)).state !== 'waiting') {
        return body.id as string;
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    throw new Error('not read in time');
  }

  async view(id: string, person: TestPerson = PEOPLE.executor) {
    return (await this.house.service.as(person).get(`/api/evidence/documents/${id}`)).body;
  }

  async found(id: string, person: TestPerson = PEOPLE.executor) {
    const { check } = await this.view(id, person);
    return { verdict: check.verdict, recycled: check.findings.filter(({ code }: { code: string }) => code === 'recycled') };
  }

  twins(id: string, person: TestPerson) {
    return this.house.service.as(person).get(`/api/evidence/documents/${id}/twins`);
  }
}

describe('the same file handed in again', () => {
  let story: Story;
  beforeAll(async () => {
    story = await Story.open(scripted(5));
  });
  afterAll(() => story.house.close());

  it('by another body goes to a person, and whose it is is seen by those who may see it', async () => {
    const paper = Buffer.from('an order of both districts');
    const first = await story.handIn(paper, STRANGE, PEOPLE.stranger);
    const second = await story.handIn(paper, ASSIGNMENT);
    expect(await story.found(first, PEOPLE.stranger)).toEqual({ verdict: 'passed', recycled: [] });
    expect(await story.found(second)).toMatchObject({
      verdict: 'person',
      recycled: [{ outcome: 'person', page: null, text: { ru: expect.stringContaining('похожих документов: 1'), kk: expect.stringContaining('ұқсас құжаттар: 1') } }],
    });

    const twin = { kind: 'exact', strength: 1, differs: [], year: 2026 };
    expect(await story.twins(second, PEOPLE.executor)).toMatchObject({ status: 200, body: { items: [{ ...twin, paper: null }] } });
    const seen = await story.twins(second, PEOPLE.curator);
    expect(seen.body).toEqual({
      organisationId: 'akimat-kostanay-auliekol',
      items: [{ ...twin, paper: { id: first, organisation: expect.objectContaining({ id: 'akimat-zhambyl-zhualy' }), subject: { type: 'assignment', id: STRANGE } } }],
    });
    // The first paper knows of the one that came later.
    expect((await story.twins(first, PEOPLE.stranger)).body.items).toEqual([{ ...twin, paper: null }]);
    expect((await story.twins(first, PEOPLE.curator)).body.items[0].paper.id).toBe(second);
  });

  it('is told with the verdict, and who looked at the twins is on record', async () => {
    const paper = Buffer.from('another order');
    await story.handIn(paper, STRANGE, PEOPLE.stranger);
    const id = await story.handIn(paper, ASSIGNMENT);
    await story.house.service.eventually(() => {
      const [told] = story.house.service.told(EvidenceCheckedSchema).filter(({ evidenceId }) => evidenceId === id);
      expect(told?.findings).toContainEqual(expect.objectContaining({ code: 'recycled', outcome: 'person' }));
    });
    await story.twins(id, PEOPLE.auditor);
    await story.house.service.eventually(() => {
      const reads = story.house.service.told(ObjectReadSchema).filter(({ thingId, act }) => thingId === id && act === 'twins');
      expect(reads).toMatchObject([{ actorId: PEOPLE.auditor.id, organisationId: 'akimat-kostanay-auliekol' }]);
    });
  });

  it('has no twins for those who may not see the paper itself', async () => {
    const id = await story.handIn(Buffer.from('a paper of one'), ASSIGNMENT);
    for (const person of [PEOPLE.stranger, PEOPLE.strangerCoordinator, PEOPLE.ministry]) {
      expect(await story.twins(id, person)).toMatchObject({ status: 404, body: { code: 'evidence.unknown' } });
    }
    expect((await story.twins(id, PEOPLE.executor)).body.items).toEqual([]);
  });

  it('as a new version of the same proof is nothing, for another subtask of the year a note, from another year a question', async () => {
    const paper = Buffer.from('one order for much');
    await story.handIn(paper, ASSIGNMENT);
    expect(await story.found(await story.handIn(paper, ASSIGNMENT))).toEqual({ verdict: 'passed', recycled: [] });
    expect(await story.found(await story.handIn(paper, OTHER_SUBTASK))).toMatchObject({ verdict: 'passed', recycled: [{ outcome: 'note' }] });
    expect(await story.found(await story.handIn(paper, LAST_YEAR))).toMatchObject({ verdict: 'person', recycled: [{ outcome: 'person' }] });
  });

  it('is known again though it could not be read', async () => {
    const paper = Buffer.from('fail over this twice');
    const first = await story.handIn(paper, STRANGE, PEOPLE.stranger);
    const second = await story.handIn(paper, ASSIGNMENT);
    expect((await story.twins(second, PEOPLE.curator)).body.items).toMatchObject([{ kind: 'exact', paper: { id: first } }]);
  });
});

describe('the same picture scanned again', () => {
  it('slanted, darker and as another kind of file is known again', async () => {
    const story = await Story.open({ tesseract: installedTesseract(process.env), command: SOURCES });
    try {
      const scan = readFileSync(new URL('../../../data/scans/t01.pdf', import.meta.url));
      const first = await story.handIn(scan, STRANGE, PEOPLE.stranger);
      const { sha256 } = await story.view(first, PEOPLE.stranger);
      const page = await story.house.store.readBytes('previews', `${sha256}/1.jpg`);
      const again = await sharp(page).rotate(1.5, { background: '#fff' }).modulate({ brightness: 0.9 }).jpeg({ quality: 60 }).toBuffer();
      const second = await story.handIn(again, ASSIGNMENT, PEOPLE.executor, 'image/jpeg');
      expect((await story.twins(second, PEOPLE.curator)).body.items).toMatchObject([{ kind: 'picture', paper: { id: first } }]);
    } finally {
      await story.house.close();
    }
  });
});
