import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { installedTesseract } from '@aigaq/documents';
import { fingerprintAlgorithm } from '@aigaq/fingerprints';
import { PEOPLE } from '@aigaq/testing';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { FINGERPRINT } from '../src/recycled/fingerprint.schema.js';
import { LateFingerprints } from '../src/recycled/late-fingerprints.service.js';
import { ASSIGNMENT, House, scripted, SOURCES } from './house.js';

jest.setTimeout(240_000);

const STRANGE = '2024:1.1.2:akimat-zhambyl-zhualy:2026';

interface Row {
  _id: string;
  method?: number;
  packed: { buffer: Uint8Array };
  pictureKeys: { buffer: Uint8Array };
  heldUntil: Date;
}

class Story {
  private constructor(readonly house: House) {}

  static async open(reading: NonNullable<Parameters<typeof House.open>[0]>['reading']): Promise<Story> {
    return new Story(await House.open({ withWorker: true, ...(reading && { reading }) }));
  }

  get rows(): Model<Row> {
    return this.house.service.app.get(getModelToken(FINGERPRINT, 'evidence'), { strict: false });
  }

  row(id: string): Promise<Row | null> {
    return this.rows.findOne({ _id: id }).lean<Row>();
  }

  makeMissing(): Promise<void> {
    return this.house.service.app.get(LateFingerprints, { strict: false }).makeMissing();
  }

  async handIn(bytes: Buffer, assignment = ASSIGNMENT, person = PEOPLE.executor): Promise<string> {
    const { body } = await this.house.upload(bytes, { subject: { type: 'assignment', id: assignment } }, person);
    await this.house.service.eventually(async () => {
      expect((await this.house.service.as(person).get(`/api/evidence/documents/${body.id}`)).body.state).not.toBe('waiting');
    }, 120_000);
    return body.id as string;
  }

  async twins(id: string) {
    return (await this.house.service.as(PEOPLE.curator).get(`/api/evidence/documents/${id}/twins`)).body.items;
  }
}

describe('the fingerprint of a paper from before there were any', () => {
  let story: Story;
  beforeAll(async () => {
    story = await Story.open(scripted(5));
  });
  afterAll(() => story?.house.close());

  it('is made without anybody asking, and its twins are seen; its verdict stays', async () => {
    const paper = Buffer.from('an order from before');
    const [first, second] = [await story.handIn(paper, STRANGE, PEOPLE.stranger), await story.handIn(Buffer.from('another order'))];
    const third = await story.handIn(paper);
    await story.rows.deleteMany({});
    expect(await story.twins(third)).toEqual([]);
    await story.makeMissing();
    expect(await story.twins(third)).toMatchObject([{ kind: 'exact', paper: { id: first } }]);
    expect(await story.twins(second)).toEqual([]);
    const { check } = (await story.house.service.as(PEOPLE.stranger).get(`/api/evidence/documents/${first}`)).body;
    expect(check).toMatchObject({ verdict: 'passed' });
  });

  it('of a paper that cannot be read is tried once', async () => {
    const id = await story.handIn(Buffer.from('fail over this one'));
    await story.rows.updateOne({ _id: id }, { $set: { method: 0 } });
    await story.makeMissing();
    expect(await story.row(id)).toMatchObject({ method: fingerprintAlgorithm });
  });

  it('that a killed worker left is made when its time is over, not before', async () => {
    const id = await story.handIn(Buffer.from('left by somebody'));
    await story.rows.updateOne({ _id: id }, { $set: { method: 0, heldUntil: new Date(Date.now() + 60_000) } });
    await story.makeMissing();
    expect(await story.row(id)).toMatchObject({ method: 0 });
    await story.rows.updateOne({ _id: id }, { $set: { heldUntil: new Date(Date.now() - 1) } });
    await story.makeMissing();
    expect(await story.row(id)).toMatchObject({ method: fingerprintAlgorithm });
  });
});

describe('a fingerprint by an older method', () => {
  it('is made anew, bit for bit as the check of today makes it, and once', async () => {
    const story = await Story.open({ tesseract: installedTesseract(process.env), command: SOURCES });
    try {
      const id = await story.handIn(readFileSync(new URL('../../../data/scans/t01.pdf', import.meta.url)));
      const made = (await story.row(id))!;
      // As workers kept it that knew of no methods.
      await story.rows.collection.updateOne({ _id: id } as never, { $set: { packed: Buffer.from(made.packed.buffer.slice(0, 40)), pictureKeys: Buffer.alloc(0) }, $unset: { method: 1, heldUntil: 1 } });
      await story.makeMissing();
      const anew = (await story.row(id))!;
      expect(anew).toMatchObject({ method: fingerprintAlgorithm, packed: made.packed, pictureKeys: made.pictureKeys });
      await story.makeMissing();
      expect(await story.row(id)).toEqual(anew);
    } finally {
      await story.house.close();
    }
  });
});
