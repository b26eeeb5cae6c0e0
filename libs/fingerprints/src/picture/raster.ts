/** A grey picture, row by row, 0 = black, as @aigaq/documents renders a page. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Darkness of a picture: 0 = paper, 255 = black. */
export interface InkPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Shrinks to a short side by the mean of the pixels that fall into one; a smaller picture stays as it is. */
export function shrink(image: GreyPicture, shortSide: number): GreyPicture {
  const factor = Math.min(image.width, image.height) / shortSide;
  if (factor <= 1) return image;
  const width = Math.max(1, Math.round(image.width / factor));
  const height = Math.max(1, Math.round(image.height / factor));
  const columns = new Uint16Array(image.width);
  for (let x = 0; x < image.width; x += 1) columns[x] = Math.min(width - 1, Math.floor((x * width) / image.width));
  const data = new Uint8Array(width * height);
  const sums = new Uint32Array(width);
  const counts = new Uint32Array(width);
  for (let y = 0, row = 0; y < image.height; y += 1) {
    addRow(image, y, { columns, sums, counts });
    const nextRow = Math.min(height - 1, Math.floor(((y + 1) * height) / image.height));
    if (nextRow === row && y + 1 < image.height) continue;
    for (let x = 0; x < width; x += 1) data[row * width + x] = sums[x]! / Math.max(1, counts[x]!);
    sums.fill(0);
    counts.fill(0);
    row = nextRow;
  }
  return { width, height, data };
}

function addRow(image: GreyPicture, y: number, into: { columns: Uint16Array; sums: Uint32Array; counts: Uint32Array }): void {
  const { columns, sums, counts } = into;
  const from = y * image.width;
  for (let x = 0; x < image.width; x += 1) {
    const column = columns[x]!;
    sums[column]! += image.data[from + x]!;
    counts[column]! += 1;
  }
}

/** Turns a quarter: what ran down the page runs across it. */
export function quarterTurn({ width, height, data }: InkPicture): InkPicture {
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) turned[(width - 1 - x) * height + y] = data[y * width + x]!;
  }
  return { width: height, height: width, data: turned };
}

/** Turns back by an angle (degrees) around the middle, nearest two rows and columns mixed; the frame stays. */
export function turnBack(image: InkPicture, angle: number): InkPicture {
  if (angle === 0) return image;
  const { width, height, data } = image;
  const radians = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const turned = new Uint8Array(data.length);
  const [middleX, middleY] = [width / 2, height / 2];
  for (let y = 0; y < height; y += 1) {
    let sourceX = cos * -middleX - sin * (y - middleY) + middleX;
    let sourceY = sin * -middleX + cos * (y - middleY) + middleY;
    for (let x = 0; x < width; x += 1) {
      if (sourceX >= 0 && sourceY >= 0 && sourceX < width - 1 && sourceY < height - 1) {
        turned[y * width + x] = between(data, width, sourceX, sourceY);
      }
      sourceX += cos;
      sourceY += sin;
    }
  }
  return { width, height, data: turned };
}

function between(data: Uint8Array, width: number, x: number, y: number): number {
  const [column, row] = [x | 0, y | 0];
  const at = row * width + column;
  const [right, down] = [x - column, y - row];
  const above = data[at]! * (1 - right) + data[at + 1]! * right;
  const below = data[at + width]! * (1 - right) + data[at + width + 1]! * right;
  return above * (1 - down) + below * down;
}
