/**
 * Works through a list, a few at a time and in order. The first failure lets the others finish what they are at,
 * starts nothing more, and is thrown at the end.
 */
export async function boundedEach<T>(
  list: Iterable<T>,
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const items = list[Symbol.iterator]()
  const failures: unknown[] = []
  const worker = async () => {
    for (let next = items.next(); !next.done && failures.length === 0; next = items.next())
      await work(next.value).catch((error: unknown) => failures.push(error))
  }
  await Promise.all(Array.from({ length: Math.max(1, atOnce) }, worker))
  if (failures.length > 0) throw failures[0]
}
