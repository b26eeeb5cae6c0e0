import type { GeneralName } from 'pkijs';
import { ifReadable } from '../asn1.js';
import { extensionOf, type ParsedCertificate } from '../certificate.js';
import { oid } from '../oids.js';
import { statementOfList } from './crl.js';
import {
  withoutTwins,
  type RevocationEvidence,
  type RevocationReason,
  type RevocationSource,
  type RevocationStatement,
} from './evidence.js';
import { statementOfResponder } from './ocsp.js';

/** Whether a certificate was revoked, and how that is known. */
export interface RevocationStatus {
  readonly status: 'good' | 'revoked' | 'unknown';
  /** Nobody answered; only then `status` is `unknown` for want of a connection. */
  readonly isUnavailable: boolean;
  readonly source: 'crl' | 'ocsp' | null;
  readonly thisUpdate: string | null;
  readonly nextUpdate: string | null;
  readonly revokedAt: string | null;
  readonly reason: RevocationReason | null;
  /** The evidence was made after the moment in question: asking again will not change the answer. */
  readonly isFinal: boolean;
}

/** All that is known about revocation in one verification, and the door to more. */
export class RevocationFile {
  private readonly used: RevocationEvidence[] = [];

  constructor(
    private evidence: readonly RevocationEvidence[],
    private readonly source: RevocationSource | undefined,
    private readonly now: Date,
  ) {}

  /** The evidence that verdicts rest on, to be kept. */
  get kept(): readonly RevocationEvidence[] {
    return withoutTwins(this.used);
  }

  /** Adds what a signature brought along. */
  add(evidence: readonly RevocationEvidence[]): void {
    this.evidence = withoutTwins([...this.evidence, ...evidence]);
  }

  /** The status at a moment. What is at hand decides; only when it does not, the source is asked. */
  async statusAt(certificate: ParsedCertificate, issuer: ParsedCertificate, at: Date): Promise<RevocationStatus> {
    const known = this.decide(certificate, issuer, at);
    if (known !== null || this.source === undefined) return this.answer(known, at, false);
    const isUnavailable = await this.ask(this.source, certificate, issuer);
    return this.answer(this.decide(certificate, issuer, at), at, isUnavailable);
  }

  /** `true`: nobody answered, for whatever reason. */
  private async ask(
    source: RevocationSource,
    certificate: ParsedCertificate,
    issuer: ParsedCertificate,
  ): Promise<boolean> {
    try {
      this.add(await source.evidenceFor({ certificate, issuer, ...addressesOf(certificate) }));
      return false;
    } catch {
      return true;
    }
  }

  /** A revocation is never overruled by another source; among the good ones the youngest counts. */
  private decide(certificate: ParsedCertificate, issuer: ParsedCertificate, at: Date): RevocationStatement | null {
    const statements = this.evidence.flatMap((evidence) => statementOf(evidence, certificate, issuer) ?? []);
    const heard = statements
      .filter(({ thisUpdate }) => thisUpdate <= this.now)
      .sort((a, b) => +b.thisUpdate - +a.thisUpdate);
    const revoked = heard.find(({ status }) => status === 'revoked');
    const [youngest] = heard.filter(({ status }) => status !== 'unknown');
    // A hold may have been lifted since; a revocation may not.
    if (revoked !== undefined && (revoked.reason !== 'hold' || revoked === youngest)) return revoked;
    return heard.find(({ status, nextUpdate }) => status === 'good' && nextUpdate >= at) ?? null;
  }

  private answer(statement: RevocationStatement | null, at: Date, isUnavailable: boolean): RevocationStatus {
    if (statement === null) return { ...nothing, isUnavailable };
    this.used.push(statement.evidence);
    return {
      status: statement.status,
      isUnavailable: false,
      source: statement.evidence.type,
      thisUpdate: statement.thisUpdate.toISOString(),
      nextUpdate: statement.nextUpdate.toISOString(),
      revokedAt: statement.revokedAt?.toISOString() ?? null,
      reason: statement.reason ?? null,
      isFinal: statement.thisUpdate >= at && statement.reason !== 'hold',
    };
  }
}

const nothing = {
  status: 'unknown',
  source: null,
  thisUpdate: null,
  nextUpdate: null,
  revokedAt: null,
  reason: null,
  isFinal: false,
} as const;

/** Evidence that cannot be read says nothing. */
function statementOf(
  evidence: RevocationEvidence,
  certificate: ParsedCertificate,
  issuer: ParsedCertificate,
): RevocationStatement | null {
  const read = evidence.type === 'crl' ? statementOfList : statementOfResponder;
  return ifReadable(() => read(evidence, certificate, issuer));
}

function addressesOf(certificate: ParsedCertificate): { ocspUrls: string[]; crlUrls: string[] } {
  const access = extensionOf(certificate, oid.authorityInformation)?.parsedValue as
    { accessDescriptions: { accessMethod: string; accessLocation: GeneralName }[] } | undefined;
  const points = extensionOf(certificate, oid.crlDistributionPoints)?.parsedValue as
    { distributionPoints: { distributionPoint?: unknown }[] } | undefined;
  const described = access?.accessDescriptions.filter(({ accessMethod }) => accessMethod === oid.ocspAccess) ?? [];
  const listed =
    points?.distributionPoints.flatMap(({ distributionPoint }) =>
      Array.isArray(distributionPoint) ? (distributionPoint as GeneralName[]) : [],
    ) ?? [];
  return { ocspUrls: described.flatMap(({ accessLocation }) => urlOf(accessLocation)), crlUrls: listed.flatMap(urlOf) };
}

/** Type 6 of a general name is an address. */
function urlOf({ type, value }: GeneralName): string[] {
  return type === 6 ? [String(value)] : [];
}
