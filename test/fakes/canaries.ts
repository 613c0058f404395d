import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { query, type WritableDb } from '../../electron/core/store/db.ts'
import { unpackedFrom } from './unpacked.ts'

/** What stands in every planted secret. */
export const CANARY = 'CANARY'

/** Cases in which it may have been written; where an encoding keeps the case, all are looked for. */
const CASES = [CANARY, CANARY.toLowerCase(), `${CANARY[0]}${CANARY.slice(1).toLowerCase()}`]

const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16()

/** The letters of base64 that depend on these bytes alone, wherever they stand in what was encoded. */
function inBase64(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .slice(Math.ceil((8 * before) / 6), Math.floor((8 * (before + bytes.length)) / 6)),
  )
}

const escaped = (text: string) =>
  text.replaceAll(/[+/\0]/g, (letter) => `\\x${letter.charCodeAt(0).toString(16).padStart(2, '0')}`)
const forms = (text: string) => [Buffer.from(text), Buffer.from(text, 'utf16le'), bigEndian(text)]
const anyOf = (needles: readonly string[], flags: string) =>
  new RegExp([...new Set(needles)].map(escaped).join('|'), flags)

/** In any case: as text of one or two bytes a letter, and in hexadecimal. */
const PLAIN = anyOf(
  [
    ...forms(CANARY).map((bytes) => bytes.toString('latin1')),
    ...CASES.flatMap((text) => forms(text).map((bytes) => bytes.toString('hex'))),
  ],
  'i',
)
const IN_BASE64 = CASES.flatMap((text) => forms(text).flatMap(inBase64))
const BOTH_BASE64 = IN_BASE64.flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')])

/** As base64, also that of addresses, which has other letters for two. */
const BASE64 = anyOf(BOTH_BASE64, '')

/** Letters that are written as a number: `%43`, `=43`, `\u0043`, `\x43`, `&#67;`, `&#x43;`. */
const NUMBERED = /[%=]([0-9a-f]{2})|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|&#x([0-9a-f]{2,4});|&#(\d{2,5});/gi

const unnumbered = (text: string) =>
  text.replaceAll(NUMBERED, (_, percent, unicode, byte, entity, decimal) =>
    String.fromCharCode(
      decimal ? Number(decimal) : Number.parseInt(percent ?? unicode ?? byte ?? entity, 16),
    ),
  )

function stands(plain: Buffer): boolean {
  const text = plain.toString('latin1')
  if (PLAIN.test(text) || BASE64.test(text)) return true
  if (text.includes('\0') && stands(Buffer.from(text.replaceAll('\0', ''), 'latin1'))) return true
  const decoded = unnumbered(text)
  return decoded !== text && (PLAIN.test(decoded) || BASE64.test(decoded))
}

/** A package in a package in a package. */
const DEEPEST = 4

/** Whether a secret stands in bytes, packed or not, in one of the usual encodings and in any case. */
export function hasCanary(blob: Buffer, depth = 0): boolean {
  if (stands(blob)) return true
  if (depth === DEEPEST) return false
  for (const part of unpackedFrom(blob)) if (hasCanary(part, depth + 1)) return true
  return false
}

/** Files below a folder that hold a secret or are named like one, and how many were looked at. */
export function canariesInFolder(folder: string): {
  readonly files: number
  readonly found: readonly string[]
} {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  const paths = files.map((one) => relative(folder, join(one.parentPath, one.name)))
  const found = paths.filter(
    (path) => stands(Buffer.from(path)) || hasCanary(readFileSync(join(folder, path))),
  )
  return { files: paths.length, found }
}

const AT_ONCE = 500_000

/** Searches short texts together, since each search has a cost of its own. */
function textSearch() {
  const waiting = new Map<string, { texts: string[]; length: number }>()
  const found = new Set<string>()
  const search = (about: string, texts: readonly string[]) => {
    if (stands(Buffer.from(texts.join('\n')))) found.add(about)
  }
  return {
    add(about: string, text: string): void {
      const those = waiting.get(about) ?? { texts: [], length: 0 }
      waiting.set(about, those)
      those.texts.push(text)
      those.length += text.length
      if (those.length < AT_ONCE) return
      search(about, those.texts)
      waiting.delete(about)
    },
    found(): ReadonlySet<string> {
      for (const [about, { texts }] of waiting) search(about, texts)
      return found
    },
  }
}

/** The words of full-text indexes, which lie in their tables without the beginning that they share with the word before. */
function* indexedWords(db: WritableDb): Generator<readonly [index: string, word: string]> {
  const indexes = query<[], { name: string }>(
    db,
    "select name from sqlite_schema where sql like 'create virtual table%using fts5%'",
  ).all()
  for (const { name } of indexes) {
    const vocabulary = `temp.words_of_${name}`
    db.exec(`create virtual table if not exists ${vocabulary} using fts5vocab('main', '${name}', 'row')`)
    for (const { term } of query<[], { term: string }>(db, `select term from ${vocabulary}`).iterate())
      yield [name, term]
    db.exec(`drop table ${vocabulary}`)
  }
}

/** Cells of a decrypted locker that hold a secret, as `table.column`, and how many cells were looked at. */
export function canariesInLocker(db: WritableDb): {
  readonly cells: number
  readonly words: number
  readonly found: readonly string[]
} {
  const tables = query<[], { name: string }>(
    db,
    "select name from sqlite_schema where type = 'table' and sql not like 'create virtual%' order by name",
  ).all()
  const found = new Set<string>()
  const texts = textSearch()
  let cells = 0
  for (const { name } of tables)
    for (const row of query<[], Record<string, unknown>>(db, `select * from "${name}"`).iterate())
      for (const [column, cell] of Object.entries(row)) {
        cells++
        const about = `${name}.${column}`
        if (Buffer.isBuffer(cell) && hasCanary(cell)) found.add(about)
        if (typeof cell === 'string') texts.add(about, cell)
      }
  for (const about of texts.found()) found.add(about)
  let words = 0
  for (const [index, word] of indexedWords(db)) {
    words++
    if (stands(Buffer.from(word))) found.add(`words of ${index}`)
  }
  return { cells, words, found: [...found] }
}
