import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import * as zlib from 'node:zlib'
import { query, type ReadableDb } from '../../electron/core/store/db.ts'

/** What stands in every planted secret. */
export const CANARY = 'CANARY'

/** Ways to unpack bytes, each with how such bytes begin; a hash or a number is too short to be packed. */
const PACKINGS: readonly (readonly [begin: readonly number[], unpack: (blob: Buffer) => Buffer])[] = [
  [[0x28, 0xb5, 0x2f, 0xfd], zlib.zstdDecompressSync],
  [[0x1f, 0x8b], zlib.gunzipSync],
  [[0x78], zlib.inflateSync],
  [[], zlib.inflateRawSync],
]
const LEAST_PACKED = 16

const NEEDLES = [
  Buffer.from(CANARY),
  Buffer.from(CANARY, 'utf16le'),
  Buffer.from(Buffer.from(CANARY).toString('base64').slice(0, 8)),
]

const stands = (plain: Buffer) => NEEDLES.some((needle) => plain.includes(needle))

/** Whether a secret stands in bytes, packed or not, in one of the usual encodings. */
export function hasCanary(blob: Buffer): boolean {
  if (stands(blob)) return true
  if (blob.length < LEAST_PACKED || blob.length === 32) return false
  return PACKINGS.some(([begin, unpack]) => {
    if (!begin.every((byte, at) => blob[at] === byte)) return false
    try {
      return stands(unpack(blob))
    } catch {
      return false
    }
  })
}

/** Files below a folder that hold a secret, and how many were looked at. */
export function canariesInFolder(folder: string): {
  readonly files: number
  readonly found: readonly string[]
} {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  const paths = files.map((one) => join(one.parentPath, one.name))
  const found = paths.filter((path) => hasCanary(readFileSync(path)) || path.includes(CANARY))
  return { files: paths.length, found: found.map((path) => relative(folder, path)) }
}

/** Cells of a decrypted locker that hold a secret, as `table.column`, and how many cells were looked at. */
export function canariesInLocker(db: ReadableDb): {
  readonly cells: number
  readonly found: readonly string[]
} {
  const tables = query<[], { name: string }>(
    db,
    "select name from sqlite_schema where type = 'table' and sql not like 'create virtual%' order by name",
  ).all()
  const found = new Set<string>()
  let cells = 0
  for (const { name } of tables)
    for (const row of query<[], Record<string, unknown>>(db, `select * from "${name}"`).iterate())
      for (const [column, cell] of Object.entries(row)) {
        cells++
        const isFound = Buffer.isBuffer(cell)
          ? hasCanary(cell)
          : typeof cell === 'string' && stands(Buffer.from(cell))
        if (isFound) found.add(`${name}.${column}`)
      }
  return { cells, found: [...found] }
}
