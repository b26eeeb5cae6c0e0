import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** @typedef {import('../capture/capture.mjs').Captured} Captured */
/** @typedef {{ dictionary: string, data: Buffer }} Stream */

/**
 * A PDF whose pages are pictures, as scanners write it: no date, no identifier.
 * @param {readonly Captured[]} pages @param {number} pointsWide width of an A4 page in points: scanners are not always right about it
 * @param {readonly number[]} [wider] how many times wider than A4 each page is
 */
export async function picturePdf(pages, pointsWide, wider = []) {
  const streams = await Promise.all(pages.map(imageStream));
  const objects = /** @type {(string | Stream)[]} */ (['<< /Type /Catalog /Pages 2 0 R >>', '']);
  const kids = pages.map(({ width, height }, i) => {
    const wide = Number((pointsWide * (wider[i] ?? 1)).toFixed(2));
    const size = `${wide} ${((wide * height) / width).toFixed(2)}`;
    const [image, content] = [objects.length + 2, objects.length + 3];
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size}] /Resources << /XObject << /Im0 ${image} 0 R >> >> /Contents ${content} 0 R >>`);
    objects.push(streams[i] ?? '', { dictionary: '', data: Buffer.from(`q ${size.replace(' ', ' 0 0 ')} 0 0 cm /Im0 Do Q`) });
    return `${image - 1} 0 R`;
  });
  objects[1] = `<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(' ')}] >>`;
  return assembled(objects);
}

/** @param {Captured} page @returns {Promise<Stream>} */
async function imageStream({ image, format, width, height }) {
  const common = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height}`;
  if (format === 'jpeg') {
    const { channels } = await sharp(image).metadata();
    return { dictionary: `${common} /ColorSpace /Device${channels === 1 ? 'Gray' : 'RGB'} /BitsPerComponent 8 /Filter /DCTDecode`, data: image };
  }
  const grey = await sharp(image).removeAlpha().toColourspace('b-w').raw().toBuffer();
  const oneBit = grey.every((value) => value === 0 || value === 255);
  const data = deflateSync(oneBit ? packed(grey, width, height) : grey);
  return { dictionary: `${common} /ColorSpace /DeviceGray /BitsPerComponent ${oneBit ? 1 : 8} /Filter /FlateDecode`, data };
}

/** @param {Buffer} grey @param {number} width @param {number} height */
function packed(grey, width, height) {
  const row = Math.ceil(width / 8);
  const bits = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) if (grey[y * width + x]) bits[y * row + (x >> 3)] = (bits[y * row + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
  }
  return bits;
}

/** @param {readonly (string | Stream)[]} objects */
function assembled(objects) {
  const parts = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let length = parts[0]?.length ?? 0;
  const push = (/** @type {string | Buffer} */ part) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    parts.push(Buffer.from(bytes));
    length += bytes.length;
  };
  const offsets = objects.map((object, i) => {
    const offset = length;
    push(`${i + 1} 0 obj\n`);
    if (typeof object === 'string') push(object);
    else {
      push(`<< ${object.dictionary} /Length ${object.data.length} >>\nstream\n`);
      push(object.data);
      push('\nendstream');
    }
    push('\nendobj\n');
    return offset;
  });
  const start = length;
  push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`);
  push(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
}
