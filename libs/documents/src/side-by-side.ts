/** Pages in work at a time, some 15 MB each: while two of them are recognised by processes of their own, this one prepares the next. */
const atOnce = 3;

/**
 * Does the work for every item in their order, a few at a time; the results are in the order of the items. After a failure nothing
 * more is begun, and it is told once nothing is under way any more.
 */
export async function sideBySide<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const take = async (): Promise<void> => {
    try {
      for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at]!);
    } finally {
      next = items.length;
    }
  };
  const takes = Array.from({ length: atOnce }, take);
  await Promise.allSettled(takes);
  await Promise.all(takes);
  return results;
}
