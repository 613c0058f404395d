/** Keeps the newest values up to a total weight; the ones asked for longest ago go first. */
export interface Kept<T> {
  get(key: string): T | undefined
  put(key: string, value: T, weight: number): void
}

/** An empty store of that kind. `limit` and weights are in the same unit, bytes for instance. */
export function kept<T>(limit: number): Kept<T> {
  const held = new Map<string, { readonly value: T; readonly weight: number }>()
  let total = 0
  return {
    get: (key) => {
      const hit = held.get(key)
      if (!hit) return undefined
      held.delete(key)
      held.set(key, hit)
      return hit.value
    },
    put: (key, value, weight) => {
      const old = held.get(key)
      if (old) total -= old.weight
      held.delete(key)
      held.set(key, { value, weight })
      total += weight
      for (const [oldest, entry] of held) {
        if (total <= limit) break
        held.delete(oldest)
        total -= entry.weight
      }
    },
  }
}
