/** Numbers for 32-bit ids in the order in which they are first seen: a hash table without objects. */
export interface IdTable {
  /** The number of an id, new or known. */
  numberOf(id: number): number
  /** The ids by number; valid until the next is added. */
  ids(): Uint32Array
  clear(): void
}

/** Slots per id at least: linear probing wants room. */
const ROOM = 2

/** Makes an empty table. */
export function idTable(): IdTable {
  let size = 1 << 15
  /** Number plus 1 of the id in a slot; 0 for none. */
  let slots = new Uint32Array(size)
  let ids = new Uint32Array(size / ROOM)
  let count = 0

  const slotOf = (id: number): number => {
    let slot = Math.imul(id, 0x9e3779b1) >>> 0
    for (slot %= size; ; slot = slot + 1 === size ? 0 : slot + 1) {
      const number = slots[slot] as number
      if (number === 0 || ids[number - 1] === id) return slot
    }
  }

  const grow = () => {
    size *= 2
    slots = new Uint32Array(size)
    const wider = new Uint32Array(size / ROOM)
    wider.set(ids)
    ids = wider
    for (let number = 0; number < count; number++) slots[slotOf(ids[number] as number)] = number + 1
  }

  return {
    numberOf(id) {
      const slot = slotOf(id)
      const known = slots[slot] as number
      if (known !== 0) return known - 1
      if (count === ids.length) {
        grow()
        return this.numberOf(id)
      }
      ids[count] = id
      slots[slot] = ++count
      return count - 1
    },
    ids: () => ids.subarray(0, count),
    clear() {
      slots.fill(0)
      count = 0
    },
  }
}
