export { MalformedError } from './asn1.js';
export { parseCertificate, type ParsedCertificate } from './certificate.js';
export { readEnvelope, type Envelope, type EnvelopeFault } from './envelope.js';
export type { Coverage } from './pdf/coverage.js';
export type { LaterChange } from './pdf/changes.js';
export type { ByteRange } from './pdf/byte-range.js';
export { reasonTable, type Reason, type Validity } from './reasons.js';
export {
  RevocationSource,
  type RevocationEvidence,
  type RevocationQuestion,
  type RevocationReason,
} from './revocation/evidence.js';
export { RevocationFolder } from './revocation/revocation-folder.js';
export type { RevocationStatus } from './revocation/status.js';
export type { SignatureVerdict, TrustedTime, VerifyOptions } from './signature.js';
export type { CertificateKind, CertificateRole, Signer } from './signer.js';
export { stampedTime, timeStampRequest, tokenOf } from './time-stamp-request.js';
export { joinTrust, readTrustFolder, trustStore, type TrustStore, type TrustedCertificates } from './trust.js';
export { verifyAttached, verifyDetached, type CmsVerification } from './verify-cms.js';
export { verifyPdf, type PdfSignature, type PdfVerification } from './verify-pdf.js';
