/** A list of 32-bit numbers that grows by doubling: cheap to append to, kept from run to run. */
export interface Growing {
  push(value: number): void
  length(): number
  /** The numbers so far; valid until the next push. */
  view(): Uint32Array
  clear(): void
}

/** Makes an empty list with room for `room` numbers. */
export function growing(room: number): Growing {
  let values = new Uint32Array(room)
  let length = 0
  return {
    push(value) {
      if (length === values.length) {
        const wider = new Uint32Array(2 * values.length)
        wider.set(values)
        values = wider
      }
      values[length++] = value
    },
    length: () => length,
    view: () => values.subarray(0, length),
    clear() {
      length = 0
    },
  }
}
