import sharp from 'sharp';

/**
 * Interleaved samples, 3 of them for a colour and 1 for a grey picture.
 * @typedef {{ width: number, height: number, channels: 1 | 3, data: Uint8Array }} Picture
 */
/** @typedef {import('@napi-rs/canvas').Canvas} Canvas */

/**
 * @param {Canvas} canvas
 * @returns {Picture}
 */
export function pictureOf(canvas) {
  const { width, height } = canvas;
  const source = canvas.data();
  const data = new Uint8Array(width * height * 3);
  for (let i = 0, at = 0; at < data.length; i += 4, at += 3) {
    data[at] = source[i] ?? 255;
    data[at + 1] = source[i + 1] ?? 255;
    data[at + 2] = source[i + 2] ?? 255;
  }
  return { width, height, channels: 3, data };
}

/**
 * @param {Picture} picture
 * @returns {Picture}
 */
export function toGrey({ width, height, channels, data }) {
  if (channels === 1) return { width, height, channels, data };
  const grey = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < grey.length; i += 1, at += 3)
    grey[i] = ((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 150 + (data[at + 2] ?? 0) * 29) >> 8;
  return { width, height, channels: 1, data: grey };
}

/** @param {Picture} picture */
function raw({ width, height, channels, data }) {
  return sharp(data, { raw: { width, height, channels } });
}

/**
 * @param {import('sharp').Sharp} image
 * @param {1 | 3} channels
 * @returns {Promise<Picture>}
 */
async function read(image, channels) {
  const { data, info } = await (channels === 1 ? image.toColourspace('b-w') : image.removeAlpha())
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels, data };
}

/**
 * @param {Picture} picture
 * @param {number} width
 * @param {number} height
 * @param {'nearest' | 'cubic' | 'mitchell' | 'lanczos3' | 'linear'} [kernel]
 */
export function resized(picture, width, height, kernel = 'mitchell') {
  return read(raw(picture).resize(width, height, { fit: 'fill', kernel }), picture.channels);
}

/**
 * @param {Picture} picture
 * @param {number} radius standard deviation in pixels
 */
export function blurred(picture, radius) {
  return radius < 0.3
    ? Promise.resolve(picture)
    : read(raw(picture).blur({ sigma: radius, minAmplitude: 0.1 }), picture.channels);
}

/**
 * The picture after it was stored once as JPEG.
 * @param {Picture} picture
 * @param {number} quality
 */
export async function stored(picture, quality) {
  return read(sharp(await asJpeg(picture, quality)), picture.channels);
}

/**
 * @param {Picture} picture
 * @param {number} quality
 */
export function asJpeg(picture, quality) {
  return raw(picture)
    .toColourspace(picture.channels === 1 ? 'b-w' : 'srgb')
    .jpeg({ quality, chromaSubsampling: quality > 80 ? '4:4:4' : '4:2:0' })
    .toBuffer();
}

/** @param {Picture} picture */
export function asPng(picture) {
  return raw(picture)
    .toColourspace(picture.channels === 1 ? 'b-w' : 'srgb')
    .png({ compressionLevel: 4 })
    .toBuffer();
}
