import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Organisation } from '../organisation.ts'
import { hexOf, instant } from '../random.ts'
import { dailyEvents } from './days.ts'
import { monthEvents, piecesOf } from './event.ts'
import { type Month, monthsOf } from './months.ts'
import { type Packed, pack } from './pack.ts'

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
  /** Events of a day (`YYYY-MM-DD`), parsed, in no order. */
  day(day: string): readonly Record<string, unknown>[]
  close(): Promise<void>
}

/** More events than this go to a temporary folder instead of memory, and are packed less tightly. */
const IN_MEMORY = 50_000

/** The archives of an organisation, to be downloaded below the address that `host` gives. */
export function makeArchives(org: Organisation, host: () => string): Archives {
  const months = monthsOf(org.options)
  const pieces = piecesOf(org)
  const large = org.options.events > IN_MEMORY
  let folder: string | null = null
  let made: Promise<readonly ArchiveFile[]> | null = null
  const ending = new AbortController()

  async function make(onProgress: (events: number) => void): Promise<readonly ArchiveFile[]> {
    if (large) folder = await mkdtemp(join(tmpdir(), 'heroku-in-a-box-'))
    let done = 0
    const files: ArchiveFile[] = []
    for (const month of months) {
      const file = folder && join(folder, `${month.year}${month.month}.json.gz`)
      const packed = await pack(month, monthEvents(org, month, pieces), file, large ? 1 : 6, (count) => {
        ending.signal.throwIfAborted()
        done += count
        onProgress(done)
      })
      files.push(offer(org, month, packed, host()))
    }
    return files
  }

  const day = dailyEvents(org, months, pieces)

  const files = (onProgress: (events: number) => void = () => undefined) => {
    made ??= make(onProgress)
    return made
  }
  return {
    build: async (onProgress) => void (await files(onProgress)),
    list: () => files(),
    open: async (name) => (await files()).find((file) => file.url.endsWith(`/${name}`) && name !== ''),
    day,
    close: async () => {
      ending.abort()
      await made?.catch(() => undefined)
      if (folder) await rm(folder, { recursive: true, force: true })
    },
  }
}

function offer(org: Organisation, month: Month, packed: Packed, host: string): ArchiveFile {
  const first = packed.sha256.startsWith('0') ? 'f' : '0'
  const { at } = packed
  return {
    year: month.year,
    month: month.month,
    createdAt: instant(Math.min(month.until + 144_870, org.ground.now)),
    checksum: month.damaged ? first + packed.sha256.slice(1) : packed.sha256,
    size: packed.size,
    url: `${host}/${hexOf(org.ground, 24, 'archive', month.year, month.month)}`,
    stream: () => (typeof at === 'string' ? createReadStream(at) : Readable.from([at])),
  }
}
