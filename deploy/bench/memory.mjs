// Resident memory of processes with their children.
import { readdir, readFile } from 'node:fs/promises';

const PAGE_BYTES = 4096;

/** @returns {Promise<{ pid: number, parent: number, bytes: number }[]>} */
async function allProcesses() {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const rows = pids.map(async (pid) => {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { pid: Number(pid), parent: Number(fields[1] ?? 0), bytes: Number(fields[21] ?? 0) * PAGE_BYTES };
  });
  return Promise.all(rows);
}

/**
 * Megabytes by name; a process counts with its children.
 * @param {Record<string, number | { readonly pid: number }>} processes @returns {Promise<Record<string, number>>}
 */
export async function memoryOf(processes) {
  const all = await allProcesses();
  /** @param {number} pid @returns {number} */
  const withChildren = (pid) => {
    const own = all.find((row) => row.pid === pid)?.bytes ?? 0;
    return all.filter((row) => row.parent === pid).reduce((sum, child) => sum + withChildren(child.pid), own);
  };
  return Object.fromEntries(
    Object.entries(processes).map(([name, process]) => [name, withChildren(typeof process === 'number' ? process : process.pid) / 1e6]),
  );
}
