import { keyOf } from './read-rows.ts'

/** How a list differs from the one before. */
export interface Difference {
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly kept: number
}

type Rows = readonly unknown[]

const byKey = (rows: Rows, key: readonly string[]) =>
  new Map(rows.map((row) => [keyOf(row, key), JSON.stringify(row)]))

/** Compares two states of a list by the key of its rows. */
export function differenceOf(before: Rows, after: Rows, key: readonly string[]): Difference {
  const old = byKey(before, key)
  const now = byKey(after, key)
  let [added, changed, kept] = [0, 0, 0]
  for (const [name, row] of now) {
    const earlier = old.get(name)
    if (earlier === undefined) added += 1
    else if (earlier === row) kept += 1
    else changed += 1
  }
  return { added, changed, removed: old.size - changed - kept, kept }
}

/** The rows that were there, with new ones behind them; a new row takes the place of one with its key. */
export function withRows<Row>(
  before: readonly Row[],
  more: readonly Row[],
  key: readonly string[],
): readonly Row[] {
  const rows = new Map(before.map((row) => [keyOf(row, key), row]))
  for (const row of more) rows.set(keyOf(row, key), row)
  return [...rows.values()]
}
