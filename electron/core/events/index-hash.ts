import { createHash } from 'node:crypto'

/** SHA-256 over the index of a run, so that a search cannot be made to overlook events. */
export interface IndexHash {
  /** Adds a term; they come in order. */
  term(name: string, postings: Uint8Array): void
  /** Adds a page of ids, after all terms; they come in order. */
  refs(own: boolean, first: number, data: Uint8Array): void
  digest(): Buffer
}

/** Starts the hash of a run: each part is preceded by what it is and by its length. */
export function indexHash(): IndexHash {
  const hash = createHash('sha256')
  return {
    term(name, postings) {
      hash.update(`term ${postings.length} ${name}\n`).update(postings)
    },
    refs(own, first, data) {
      hash.update(`ids ${data.length} ${own ? 'own' : 'inner'} ${first}\n`).update(data)
    },
    digest: () => hash.digest(),
  }
}
