import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Makes names that were just added to a folder survive a loss of power. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes all pieces into a new file and returns its path; leaves nothing behind when a piece or the disk fails. */
export async function writeAside(folder: string, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> {
  const path = join(folder, randomUUID());
  const handle = await open(path, 'wx', 0o640);
  try {
    for await (const piece of pieces) {
      await writeAll(handle, piece);
    }
    await handle.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  return path;
}

/** Gives a file that was written aside its name, replacing what had it. */
export async function moveInto(aside: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await rename(aside, path);
  await syncFolder(dirname(path));
}

async function writeAll(handle: Awaited<ReturnType<typeof open>>, piece: Uint8Array): Promise<void> {
  for (let written = 0; written < piece.length; ) {
    written += (await handle.write(piece, written)).bytesWritten;
  }
}
