const CODES: Record<string, string> = {
  EntityTooLarge: 'upload.too_large',
  EntityTooSmall: 'upload.empty',
  BadDigest: 'upload.wrong_hash',
  XAmzContentChecksumMismatch: 'upload.wrong_hash',
  MalformedPOSTRequest: 'upload.malformed',
  SignatureDoesNotMatch: 'upload.bad_signature',
  XMinioStorageFull: 'store.full',
};

/** Our code for a refused upload, from the answer of either store: problem+json of ours or XML of an S3 server. */
export function uploadRefusal(status: number, body: string): string {
  const ours = /"code"\s*:\s*"([a-z_.]+)"/.exec(body)?.[1];
  if (ours !== undefined) {
    return ours;
  }
  const code = /<Code>([^<]+)<\/Code>/.exec(body)?.[1] ?? '';
  if (code === 'AccessDenied') {
    return /expired/i.test(body) ? 'upload.expired' : 'upload.bad_signature';
  }
  return CODES[code] ?? (status === 413 ? 'upload.too_large' : 'store.unavailable');
}
