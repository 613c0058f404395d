import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

/** A monthly archive that was made for a benchmark. */
export interface MadeArchive {
  readonly file: string
  readonly year: number
  readonly month: string
  readonly created_at: string
  readonly checksum: string
  readonly size: number
  readonly events: number
  /** Unpacked. */
  readonly bytes: number
}

const KINDS =
  `addon.attach addon.create addon.destroy addon.detach addon.update app.create app.destroy app.update
  app_transfer.create app_transfer.update code_release.create collaborator.create collaborator.destroy
  config_change.remove config_change.set domain.create domain.destroy enterprise_account_membership.create
  sni_endpoint.create space.create team_membership.create team.update trusted_ip.update`
    .split(/\s+/)
    .map((kind) => kind.split('.'))
const AGENTS = [
  'heroku-cli/9.3.0 linux-x64 node-v20.17.0',
  'heroku-cli/10.1.2 darwin-arm64 node-v22.4.1',
  'dashboard.heroku.com Chrome/131',
  'terraform-provider-heroku/5.2.11',
]
const PER_PIECE = 2000

/** Dice that always roll the same. */
function dice(seed: number) {
  let state = seed
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const hex = (digits: number) => {
    let text = ''
    while (text.length < digits)
      text += Math.floor(roll() * 2 ** 32)
        .toString(16)
        .padStart(8, '0')
    return text.slice(0, digits)
  }
  const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`
  /** The first of a list come up more often: as people and apps do. */
  const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() ** 2 * list.length)] as T
  return { roll, hex, uuid, pick }
}

/** An organisation of 120 people and 400 apps, whose events have about 726 bytes of JSON. */
function organisation() {
  const { roll, hex, uuid, pick } = dice(20_261_121)
  const names = ['maria', 'ana', 'john', 'wei', 'lars', 'olga', 'sam', 'priya']
  const people = Array.from({ length: 120 }, (_, i) => ({
    id: uuid(),
    email: `${names[i % names.length]}${i}@acme.example`,
  }))
  const uses = ['api', 'web', 'billing', 'ledger', 'auth']
  const apps = Array.from({ length: 400 }, (_, i) => ({ id: uuid(), name: `acme-${uses[i % 5]}-${i}` }))
  const teams = Array.from({ length: 6 }, (_, i) => ({ id: uuid(), name: `acme-team-${i}` }))
  const byte = () => Math.floor(roll() * 256)
  const ips = Array.from({ length: 3000 }, () => `${1 + (byte() % 223)}.${byte()}.${byte()}.${byte()}`)
  const owner = { id: uuid(), email: 'acme@herokumanager.com' }
  const enterprise = { id: uuid(), name: 'acme' }
  return (at: number) => {
    const [type, action] = roll() < 0.5 ? (pick([KINDS[14], KINDS[10], KINDS[4]]) ?? []) : pick(KINDS)
    const data =
      type === 'config_change'
        ? {
            id: uuid(),
            description: `Set ${pick(uses).toUpperCase()}_KEY_${Math.floor(roll() * 300)} config vars`,
          }
        : { id: uuid(), description: `Deploy ${hex(8)}` }
    return JSON.stringify({
      ...{ id: uuid(), type, action, created_at: new Date(at).toISOString() },
      ...{ actor: pick(people), app: pick(apps), owner, enterprise_account: enterprise, team: pick(teams) },
      request: { ip_address: pick(ips) },
      data: { ...data, version: Math.floor(roll() * 900), user_agent: pick(AGENTS) },
    })
  }
}

/**
 * Makes archives of consecutive months into a folder, `events` in all, in no order of time within a month, as
 * Heroku's are. `padding` bytes that repeat themselves make each event longer.
 */
export async function makeAuditArchives(
  folder: string,
  events: number,
  months: number,
  padding = 0,
): Promise<MadeArchive[]> {
  const shortEventAt = organisation()
  const notes = 'Set config vars on the request of the platform team. '.repeat(Math.ceil(padding / 53))
  const eventAt = (at: number) =>
    padding === 0 ? shortEventAt(at) : `${shortEventAt(at).slice(0, -1)},"notes":"${notes}"}`
  const perPiece = Math.max(1, Math.floor(PER_PIECE / (1 + padding / 700)))
  const { roll } = dice(7)
  const made: MadeArchive[] = []
  for (let m = 0; m < months; m++) {
    const [from, until] = [Date.UTC(2024, 10 + m), Date.UTC(2024, 11 + m)]
    const count = Math.floor(((m + 1) * events) / months) - Math.floor((m * events) / months)
    const hash = createHash('sha256')
    let bytes = 0
    let size = 0
    const pieces = function* () {
      for (let done = 0; done < count; done += perPiece) {
        const piece = Array.from({ length: Math.min(perPiece, count - done) }, () =>
          eventAt(from + Math.floor(roll() * (until - from))),
        )
        const text = `${done === 0 ? '[' : ','}${piece.join(',')}${done + perPiece >= count ? ']' : ''}`
        bytes += text.length
        yield text
      }
    }
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk)
        size += chunk.length
        done(null, chunk)
      },
    })
    const year = new Date(from).getUTCFullYear()
    const month = String(new Date(from).getUTCMonth() + 1).padStart(2, '0')
    const file = join(folder, `${year}-${month}.json.gz`)
    await pipeline(Readable.from(pieces()), createGzip({ level: 6 }), measure, createWriteStream(file))
    const created_at = new Date(until + 144_870).toISOString()
    made.push({ file, year, month, created_at, checksum: hash.digest('hex'), size, events: count, bytes })
  }
  return made
}
