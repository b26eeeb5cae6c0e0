import { ElectronicSignatureView } from '@aigaq/api';
import type { FoundSignature } from './found-signature.js';
import { signatureView } from './found-signature.view.js';
import { FindingTexts } from './finding-texts.service.js';

const texts = new FindingTexts();
const textOf = (key: string) => texts.textOf(key);
const recheckAt = new Date('2026-11-22T05:00:00.000Z');
const around = (bin: string | undefined) => ({ bin, recheckAt, textOf });
const found: FoundSignature = {
  validity: 'valid',
  reason: 'valid_at_time_stamp',
  reasons: ['valid_at_time_stamp'],
  signer: { name: 'СЕЙТҚАЛИЕВ НҰРЛАН', iinEnd: '0123', organisation: 'ГУ «АППАРАТ АКИМА»', bin: '960340000123', kind: 'head', roles: ['legal_entity', 'head'] },
  claimedTime: '2025-06-02T09:30:00.000Z',
  trustedTime: '2025-06-02T09:30:05.000Z',
  timeAuthority: 'TSA',
  nextCheck: null,
  laterBytes: 812,
  laterChanges: ['time_stamp'],
  changedPages: [],
};

describe('an electronic signature as people see it', () => {
  it('is told in words of both languages, with the IIN hidden but for its end', () => {
    const view = signatureView(found, around('960340000123'));
    const { reasons: _, ...known } = found;
    expect(ElectronicSignatureView.parse(view)).toEqual({
      ...known,
      otherReasons: [],
      reason: {
        kk: 'Қолтаңба уақыт белгісімен расталған уақытта жарамды.',
        ru: 'Подпись действительна на время, подтверждённое меткой времени.',
      },
      signer: {
        ...{ name: 'СЕЙТҚАЛИЕВ НҰРЛАН', iin: '••••••••0123', organisation: 'ГУ «АППАРАТ АКИМА»', bin: '960340000123', isOwnBody: true },
        kind: { kk: 'заңды тұлғаның бірінші басшысы', ru: 'первый руководитель юридического лица' },
        roles: [
          { kk: 'заңды тұлға', ru: 'юридическое лицо' },
          { kk: 'бірінші басшы', ru: 'первый руководитель' },
        ],
      },
      laterChanges: [{ kk: 'уақыт белгісі қосылған', ru: 'добавлена метка времени' }],
    });
    expect(JSON.stringify(view)).not.toContain('iinEnd');
  });

  it.each([
    ['of another body', '960340000123', '111111111111', false],
    ['of a body whose BIN is not known', '960340000123', undefined, null],
    ['of nobody', null, '111111111111', null],
  ])('is %s', (_, bin, expected, isOwnBody) => {
    const view = signatureView({ ...found, signer: { ...found.signer!, bin, iinEnd: null } }, around(expected));
    expect(view.signer).toMatchObject({ isOwnBody, iin: null });
  });

  it.each([
    ['revocation_unavailable', '2026-11-22T05:00:00.000Z'],
    ['unknown_issuer', null],
  ])('is verified again when the reason is %s: %s', (reason, nextCheck) => {
    expect(signatureView({ ...found, reason, reasons: [reason], nextCheck: '2026-11-21T06:00:00.000Z' }, around(undefined)).nextCheck).toBe(nextCheck);
  });

  it('says what speaks against it besides', () => {
    const view = signatureView({ ...found, reason: 'expired_without_time_stamp', reasons: ['expired_without_time_stamp', 'revocation_unknown'] }, around(undefined));
    expect(view).toMatchObject({ reason: { ru: expect.stringContaining('Срок') }, otherReasons: [{ ru: expect.stringContaining('не отозван ли') }] });
  });

  it('may have nobody to name', () => {
    const view = signatureView({ ...found, validity: 'undetermined', reason: 'pdf_unreadable', reasons: ['pdf_unreadable'], signer: null, trustedTime: null, laterBytes: null }, around(undefined));
    expect(ElectronicSignatureView.parse(view)).toMatchObject({ signer: null, trustedTime: null, laterBytes: null, reason: { ru: expect.stringContaining('повреждена') } });
  });
});
