/** Messages that arrived and were not taken yet, in order. */
export interface Mailbox<M> {
  put(message: M): void
  /** The next message, waiting for it. */
  next(): Promise<M>
  /** Lets every present and later `next` fail. */
  fail(error: unknown): void
}

/** Makes an empty mailbox for one reader at a time. */
export function mailbox<M>(): Mailbox<M> {
  const messages: M[] = []
  let waiting: PromiseWithResolvers<M> | null = null
  let failure: { readonly error: unknown } | null = null
  return {
    put(message) {
      if (waiting === null) messages.push(message)
      else waiting.resolve(message)
      waiting = null
    },
    async next() {
      const message = messages.shift()
      if (message !== undefined) return message
      if (failure !== null) throw failure.error
      waiting = Promise.withResolvers<M>()
      return waiting.promise
    },
    fail(error) {
      failure = { error }
      waiting?.reject(error)
      waiting = null
    },
  }
}
