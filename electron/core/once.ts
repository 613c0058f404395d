/** The answer of the first call, for every call: what is asked for while nothing changes is made one time only. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
