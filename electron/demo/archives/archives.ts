import type { Readable } from 'node:stream'
import type { Organisation } from '../organisation.ts'

/** One month of the audit trail as it is offered for download. */
export interface ArchiveFile {
  readonly year: number
  /** Two digits. */
  readonly month: string
  readonly createdAt: string
  /** SHA-256 as published; one month's is wrong on purpose. */
  readonly checksum: string
  readonly size: number
  readonly url: string
  readonly stream: () => Readable
}

/** The audit trail: made when it is first asked for, and gone when closed. */
export interface Archives {
  /** Makes all archives, once; tells how many events are done. */
  build(onProgress?: (events: number) => void): Promise<void>
  list(): Promise<readonly ArchiveFile[]>
  /** The file behind the last part of a download address. */
  open(name: string): Promise<ArchiveFile | undefined>
  close(): Promise<void>
}

/** The archives of an organisation. */
export function makeArchives(_org: Organisation, _host: () => string): Archives {
  return {
    build: async () => undefined,
    list: async () => [],
    open: async () => undefined,
    close: async () => undefined,
  }
}
