import type { App } from './apps.ts'
import { endless, HOSTILE_TEXTS } from './hostile.ts'
import type { Organisation } from './organisation.ts'
import { type Dice, diceOf, hexOf, idOf, instant } from './random.ts'
import { type Kept, kept } from './server/kept.ts'

/** What an app runs: a slug, or an image on Fir. */
export interface Artifact {
  readonly id: string
  readonly commit: string
  readonly createdAt: string
}

/** One release of an app. */
export interface Release {
  readonly id: string
  readonly version: number
  readonly description: string
  readonly status: 'succeeded' | 'failed'
  readonly current: boolean
  readonly user: { readonly id: string; readonly email: string }
  readonly artifact: Artifact | null
  /** Id of the build that made the artifact for this release; null for all but deploys. */
  readonly build: string | null
  readonly createdAt: string
}

/** All releases of an app, oldest first. */
export interface History {
  readonly releases: readonly Release[]
}

const DAY = 86_400_000
const histories = new WeakMap<Organisation, Kept<History>>()

/** When an app was released last (milliseconds), without making its history. */
export function releasedAt(org: Organisation, app: App): number {
  const age = (org.ground.now - Date.parse(app.createdAt)) / DAY
  const latest = Math.min(age / 2, app.traits.stage === 'review' ? 1 : 25)
  return org.ground.now - diceOf(org.ground, 'released', app.name).next() * latest * DAY
}

/** The history of an app; the newest few hundred asked for are kept. */
export function historyOf(org: Organisation, app: App): History {
  const known = histories.get(org) ?? kept<History>(300)
  histories.set(org, known)
  const hit = known.get(app.id)
  if (hit) return hit
  const history = { releases: finish(org, app, plan(org, app)) }
  known.put(app.id, history, 1)
  return history
}

interface Draft {
  at: number
  description: string
  artifact: Artifact | null
  deploy: boolean
  failed: boolean
}

function plan(org: Organisation, app: App): Draft[] {
  const roll = diceOf(org.ground, 'history', app.name)
  const count = Math.max(3, app.traits.releases?.count ?? roll.int(12, 34))
  const start = Date.parse(app.createdAt)
  const step = (releasedAt(org, app) - start) / (count - 1)
  const drafts: Draft[] = []
  const code = coder(org, app)
  let artifact: Artifact | null = null
  for (let i = 0; i < count; i++) {
    const at = i === count - 1 ? start + step * i : start + step * (i + roll.next() * 0.4)
    const next: Draft | null = i < 2 ? null : code(roll, at, artifact)
    const done: Draft = next ?? {
      at,
      description: chore(org, app, roll, i),
      artifact,
      deploy: false,
      failed: false,
    }
    artifact = done.artifact
    drafts.push(done)
  }
  return spoil(app, drafts)
}

type Coder = (roll: Dice, at: number, current: Artifact | null) => Draft | null

/** How code reaches this app: by promotion from its staging app, or by a build of its own. */
function coder(org: Organisation, app: App): Coder {
  const staging = app.traits.releases?.direct ? undefined : stagingOf(org, app)
  const deploys = staging ? historyOf(org, staging).releases.filter((release) => release.build !== null) : []
  return (roll, at, current) => {
    if (current && !roll.chance(0.6)) return null
    if (!staging) {
      const artifact = made(org, app, at)
      return draft(at, `Deploy ${artifact.commit.slice(0, 8)}`, artifact, true)
    }
    const source = deploys.findLast((release) => Date.parse(release.createdAt) < at)
    if (!source?.artifact || source.artifact.id === current?.id) return null
    const commit = source.artifact.commit.slice(0, 8)
    return draft(at, `Promote ${staging.name} v${source.version} ${commit}`, source.artifact, false)
  }
}

const draft = (at: number, description: string, artifact: Artifact, deploy: boolean): Draft => ({
  at,
  description,
  artifact,
  deploy,
  failed: false,
})

function made(org: Organisation, app: App, at: number): Artifact {
  return {
    id: idOf(org.ground, 'artifact', app.name, Math.round(at)),
    commit: hexOf(org.ground, 40, 'commit', app.name, Math.round(at)),
    createdAt: instant(at - 90_000),
  }
}

/** The app that promotes to this one, when this one is in production. */
export function stagingOf(org: Organisation, app: App): App | undefined {
  if (app.traits.stage !== 'production') return undefined
  const pipeline = org.find.pipeline.get(app.traits.pipeline ?? '')
  return pipeline?.couplings.find((coupling) => coupling.stage === 'staging')?.app
}

function chore(org: Organisation, app: App, roll: Dice, i: number): string {
  if (i === 0) return 'Initial release'
  if (i === 1) return 'Enable Logplex'
  const addon = roll.chance(0.2) ? org.addonsOf.get(app.id)?.[i % 3] : undefined
  if (addon) return `Attach ${addon.as} (@ref:${addon.name})`
  const name = roll.pick(['API_TIMEOUT', 'FEATURE_FLAGS', 'LOG_LEVEL', 'PAYMENT_API_KEY', 'PARTNER_HOST'])
  return roll.chance(0.8) ? `Set ${name} config vars` : `Remove ${name} config vars`
}

/** The marks that checks and careless software stumble over. */
function spoil(app: App, drafts: Draft[]): Draft[] {
  const wish = app.traits.releases ?? {}
  const middle = drafts[Math.floor(drafts.length / 2)]
  if (wish.endless && middle) middle.description = endless()
  if (wish.hostile) for (const [i, text] of HOSTILE_TEXTS.entries()) describe(drafts[i + 3], text)
  const setting = drafts.findLastIndex(
    ({ description, failed }, i) =>
      i > 3 && i < drafts.length - 4 && !failed && description.startsWith('Set '),
  )
  const back = wish.rolledBack ? drafts[setting] : undefined
  if (back) back.description = `Rollback to v${setting - 1}`
  const recent = drafts.at(-4)
  if (wish.failed === 'followed' && recent) recent.failed = true
  const last = drafts.at(-1)
  if (wish.failed === 'open' && last) last.failed = true
  return drafts
}

function describe(draft: Draft | undefined, text: string): void {
  if (draft && !draft.deploy) draft.description = text
}

function finish(org: Organisation, app: App, drafts: readonly Draft[]): readonly Release[] {
  const users = deployersOf(org, app)
  const gap = app.traits.releases?.gap ? Math.floor(drafts.length * 0.9) : Number.POSITIVE_INFINITY
  const running = drafts.findLastIndex((d) => !d.failed)
  return drafts.map((d, i) => {
    const version = i + (i >= gap ? 2 : 1)
    const roll = diceOf(org.ground, 'release', app.name, version)
    return {
      id: idOf(org.ground, 'release', app.name, version),
      version,
      description: d.description,
      status: d.failed ? ('failed' as const) : ('succeeded' as const),
      current: i === running,
      user: roll.pick(users),
      artifact: d.artifact,
      build: d.deploy ? idOf(org.ground, 'build', app.name, version) : null,
      createdAt: instant(d.at),
    }
  })
}

/** Who releases: people and machines of the team, or the owner of a personal app. */
function deployersOf(org: Organisation, app: App): readonly { id: string; email: string }[] {
  const team = app.team?.name
  const users = org.people.filter(
    (p) => p.key !== 'reader' && p.kind !== 'leaver' && p.teams.some(([name]) => name === team),
  )
  return users.length > 0 ? users.slice(0, 6).map(({ id, email }) => ({ id, email })) : [app.owner]
}
