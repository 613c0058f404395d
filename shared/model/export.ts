import type { Sha256 } from './json.ts'

/** What an export left behind. */
export interface ExportedFile {
  readonly file: string
  readonly bytes: number
  readonly sha256: Sha256
  readonly sheets: readonly { readonly name: string; readonly rows: number }[]
  readonly seconds: number
}
