import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ifReadable, MalformedError } from './asn1.js';
import { parseCertificate, type ParsedCertificate } from './certificate.js';

/** Whom the administrator trusts. Nobody is trusted by default. */
export interface TrustStore {
  /** Roots (or issuing authorities) of signers. */
  readonly signing: readonly ParsedCertificate[];
  /** Roots of time-stamp authorities. */
  readonly timeStamps: readonly ParsedCertificate[];
  /** Issuing authorities, not trusted by themselves: they only close a gap between a signer and a root. */
  readonly intermediates: readonly ParsedCertificate[];
}

export interface TrustedCertificates {
  readonly signing?: readonly Uint8Array[];
  readonly timeStamps?: readonly Uint8Array[];
  readonly intermediates?: readonly Uint8Array[];
}

/** From certificates in DER or PEM (several in one PEM too). Throws `MalformedError`. */
export function trustStore({ signing = [], timeStamps = [], intermediates = [] }: TrustedCertificates): TrustStore {
  return {
    signing: signing.flatMap(parseAll),
    timeStamps: timeStamps.flatMap(parseAll),
    intermediates: intermediates.flatMap(parseAll),
  };
}

/**
 * From the folders `signing`, `time-stamps` and `intermediates` (`.pem .crt .cer .der`); a folder that is not there is empty.
 * Throws `MalformedError` with the name of the file: a root that cannot be read must not be passed over in silence.
 */
export function readTrustFolder(folder: string): TrustStore {
  return {
    signing: certificatesIn(join(folder, 'signing')),
    timeStamps: certificatesIn(join(folder, 'time-stamps')),
    intermediates: certificatesIn(join(folder, 'intermediates')),
  };
}

/** Both together. */
export function joinTrust(a: TrustStore, b: TrustStore): TrustStore {
  return {
    signing: [...a.signing, ...b.signing],
    timeStamps: [...a.timeStamps, ...b.timeStamps],
    intermediates: [...a.intermediates, ...b.intermediates],
  };
}

function certificatesIn(folder: string): ParsedCertificate[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /\.(pem|crt|cer|der)$/iu.test(name));
  return names.sort().flatMap((name) => {
    const certificates = ifReadable(() => parseAll(readFileSync(join(folder, name))));
    if (certificates === null) throw new MalformedError(`${join(folder, name)} is not a certificate`);
    return certificates;
  });
}

function parseAll(bytes: Uint8Array): ParsedCertificate[] {
  const text = Buffer.from(bytes).toString('latin1');
  const blocks = [...text.matchAll(/-----BEGIN CERTIFICATE-----([\s\S]*?)-----END CERTIFICATE-----/gu)];
  if (blocks.length === 0) return [parseCertificate(bytes)];
  return blocks.map(([, body]) => parseCertificate(Buffer.from(body!, 'base64')));
}
