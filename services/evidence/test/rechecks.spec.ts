import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidenceView } from '@aigaq/api';
import { EvidenceCheckedSchema } from '@aigaq/contracts';
import { PEOPLE } from '@aigaq/testing';
import { RechecksService } from '../src/rechecks/rechecks.service.js';
import { House, NOW, NOWHERE, SCRIPTED } from './house.js';

const HOUR = 3_600_000;
const at = (hours: number): Date => new Date(Date.parse(NOW) + hours * HOUR);

let house: House;
beforeEach(async () => {
  house = await House.open({ withWorker: true, reading: { tesseract: NOWHERE, timeoutSeconds: 1, command: SCRIPTED } });
}, 180_000);
afterEach(() => house.close());

const view = async (id: string) => (await house.service.as(PEOPLE.executor).get(`/api/evidence/documents/${id}`)).body as EvidenceView;
const told = (id: string) => house.service.told(EvidenceCheckedSchema).filter(({ evidenceId }) => evidenceId === id);
const list = (): string => join(house.folder, 'list-of-revoked');
async function signedPaper(text: string): Promise<string> {
  const id = (await house.upload(Buffer.from(`signed ${text}`))).body.id as string;
  await house.service.eventually(async () => expect((await view(id)).state).toBe('checked'));
  return id;
}
/** A day may pass: what is due is verified again. */
async function recheckAt(hours: number): Promise<void> {
  house.service.clock.set(at(hours));
  await house.service.app.get(RechecksService, { strict: false }).recheckDue();
}

describe('a valid signature', () => {
  it('is verified once more when what is known of revocation ends; a certificate revoked meanwhile is told', async () => {
    const id = await signedPaper(`fresh ${list()}`);
    const before = await view(id);
    expect(before.check).toMatchObject({ verdict: 'passed', signatures: [{ validity: 'valid', nextCheck: at(48).toISOString() }] });
    await recheckAt(47);
    expect(await view(id)).toEqual(before);
    await recheckAt(48);
    expect(await view(id)).toMatchObject({ rechecks: [], check: { verdict: 'passed', signatures: [{ nextCheck: at(72).toISOString() }] } });
    expect(told(id)).toHaveLength(1);
    await writeFile(list(), '');
    await recheckAt(72);
    expect(await view(id)).toMatchObject({ check: { verdict: 'person' }, rechecks: [{ before: 'passed', after: 'person', signatures: [{ before: 'valid', after: 'undetermined' }] }] });
    await house.service.eventually(() => expect(told(id).map(({ verdict }) => verdict)).toEqual(['passed', 'person']));
  });
});

describe('a signature of whose certificate nobody could say whether it was revoked', () => {
  it('is verified again a day later, and the new verdict is told and stands in the history', async () => {
    const id = await signedPaper(list());
    const before = await view(id);
    expect(before).toMatchObject({ rechecks: [], check: { verdict: 'person', signatures: [{ validity: 'undetermined', nextCheck: at(24).toISOString() }] } });
    await writeFile(list(), '');
    await recheckAt(23);
    expect(await view(id)).toEqual(before);
    await recheckAt(24);
    const after = await view(id);
    expect(after.check).toEqual({
      ...before.check,
      ...{ verdict: 'passed', checkedAt: at(24).toISOString(), findings: [expect.objectContaining({ code: 'electronic_signature', outcome: 'passed' })] },
      signatures: [{ ...before.check!.signatures[0], validity: 'valid', nextCheck: null, reason: expect.objectContaining({ ru: expect.stringContaining('действительна') }) }],
    });
    expect(after.rechecks).toEqual([
      { at: at(24).toISOString(), before: 'person', after: 'passed', signatures: [{ signer: 'КОЖАХМЕТОВ САКЕН', before: 'undetermined', after: 'valid' }] },
    ]);
    await house.service.eventually(() => expect(told(id).map(({ verdict }) => verdict)).toEqual(['person', 'passed']));
    await recheckAt(48);
    expect(await view(id)).toEqual(after);
  });

  it('waits for the next day while there is still no answer, and nobody is told', async () => {
    const id = await signedPaper(list());
    const before = await view(id);
    await recheckAt(25);
    expect(await view(id)).toEqual({ ...before, check: { ...before.check, signatures: [{ ...before.check!.signatures[0], nextCheck: at(49).toISOString() }] } });
    expect(told(id)).toHaveLength(1);
  });

  it('is tried again an hour later when it could not be verified, and the others are verified all the same', async () => {
    const [unwell, well] = [await signedPaper(`unwell ${list()}`), await signedPaper(`well ${list()}`)];
    await writeFile(list(), '');
    await recheckAt(24);
    expect(await view(unwell)).toMatchObject({ state: 'checked', rechecks: [], check: { verdict: 'person', signatures: [{ nextCheck: at(25).toISOString() }] } });
    expect(await view(well)).toMatchObject({ check: { verdict: 'passed' } });
  });

  it('is verified by one worker only, even when two are at it', async () => {
    const id = await signedPaper(list());
    await writeFile(list(), '');
    await Promise.all([recheckAt(24), recheckAt(24)]);
    expect((await view(id)).rechecks).toHaveLength(1);
    await house.service.eventually(() => expect(told(id)).toHaveLength(2));
  });
});
