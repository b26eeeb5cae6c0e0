/**
 * Content-Disposition of a download: the name as it is (RFC 5987), and for old programs one of plain letters (RFC 6266).
 * Line breaks and quotes in a name cannot get into the header.
 */
export function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\w.() -]/g, '_');
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
