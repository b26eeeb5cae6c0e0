import { ifReadable } from './asn1.js';
import { openCms, type Cms } from './cms.js';
import { binaryOf } from './envelope.js';
import { judgeSignature } from './judge.js';
import type { SignatureVerdict, VerifyOptions } from './signature.js';

export interface CmsVerification {
  /** One per signer; empty when the file is signed data of nobody. */
  readonly signatures: readonly SignatureVerdict[];
  /** What was signed: of an attached CMS the content inside. Shown to people only together with the verdicts. */
  readonly content: Uint8Array | null;
}

/** `null`: the bytes are no CMS signed data, so there is no signature to speak of. */
export async function verifyAttached(cms: Uint8Array, options: VerifyOptions): Promise<CmsVerification | null> {
  const opened = open(cms);
  return opened === null ? null : verify(opened, opened.content, options);
}

/**
 * A signature in a file of its own beside the signed content. Should the CMS hold a content too, it must be the same one:
 * the file in hand is what the verdict is about.
 */
export async function verifyDetached(
  cms: Uint8Array,
  content: Uint8Array,
  options: VerifyOptions,
): Promise<CmsVerification | null> {
  const opened = open(cms);
  return opened === null ? null : verify(opened, content, options);
}

async function verify(cms: Cms, content: Uint8Array | null, options: VerifyOptions): Promise<CmsVerification> {
  const signatures: SignatureVerdict[] = [];
  for (const signer of cms.signers) {
    const found = { cms, signer, content: content === null ? null : [content], reasons: [], times: [] };
    signatures.push(await judgeSignature(found, { options, pool: [] }));
  }
  return { signatures, content };
}

function open(bytes: Uint8Array): Cms | null {
  return ifReadable(() => openCms(binaryOf(bytes)));
}
