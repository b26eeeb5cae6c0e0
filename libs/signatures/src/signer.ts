import { extendedUses, serialOf, type ParsedCertificate } from './certificate.js';
import { nameOid, roleOid } from './oids.js';

export type CertificateRole = (typeof roleOid)[keyof typeof roleOid];
export type CertificateKind = 'personal' | 'employee' | 'head' | 'unknown';

/** Who signed, as the certificate says it. */
export interface Signer {
  /** Full name: surname, name, patronymic; '' when the certificate names nobody. */
  readonly name: string;
  readonly iin: string | null;
  readonly organisation: string | null;
  readonly bin: string | null;
  /** `employee`: of a legal entity, whatever the role in it; `head`: its first head. */
  readonly kind: CertificateKind;
  readonly roles: readonly CertificateRole[];
  readonly serialNumber: string;
  readonly issuer: string;
  readonly validFrom: string;
  readonly validUntil: string;
}

/**
 * The subject as the National Certification Authority shapes it: CN = surname and name, GIVENNAME = patronymic,
 * SERIALNUMBER = IIN + 12 digits, O = organisation, OU = BIN + 12 digits, roles in the extended key usage.
 */
export function signerOf(certificate: ParsedCertificate): Signer {
  const { subject, issuer, notBefore, notAfter } = certificate.x509;
  const value = (type: string): string[] => valuesOf(subject, type);
  const roles = extendedUses(certificate).flatMap((use) => roleOid[use as keyof typeof roleOid] ?? []);
  const bin = numberIn([...value(nameOid.unit), ...value(nameOid.serialNumber)], 'BIN');
  return {
    name: [value(nameOid.commonName)[0], value(nameOid.givenName)[0]]
      .filter((part) => part !== undefined)
      .join(' ')
      .trim(),
    iin: numberIn(value(nameOid.serialNumber), 'IIN'),
    organisation: value(nameOid.organisation)[0] ?? null,
    bin,
    kind: kindOf(roles, bin),
    roles,
    serialNumber: serialOf(certificate),
    issuer: valuesOf(issuer, nameOid.commonName)[0] ?? '',
    validFrom: notBefore.value.toISOString(),
    validUntil: notAfter.value.toISOString(),
  };
}

function kindOf(roles: readonly CertificateRole[], bin: string | null): CertificateKind {
  if (roles.includes('head')) return 'head';
  if (roles.some((role) => role !== 'natural_person') || bin !== null) return 'employee';
  return roles.includes('natural_person') ? 'personal' : 'unknown';
}

type Name = ParsedCertificate['x509']['subject'];

function valuesOf(name: Name, type: string): string[] {
  return name.typesAndValues
    .filter((entry) => entry.type === type)
    .map((entry) => String(entry.value.valueBlock.value).trim());
}

function numberIn(values: readonly string[], prefix: 'IIN' | 'BIN'): string | null {
  const pattern = new RegExp(String.raw`^${prefix}(\d{12})$`, 'u');
  return values.map((value) => pattern.exec(value)?.[1]).find((found) => found !== undefined) ?? null;
}
