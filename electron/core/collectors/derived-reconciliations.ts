import type { Collection } from '../../../shared/model/collection.ts'
import type { ContentOf, ReconciliationContent } from '../../../shared/model/content.ts'
import type { ReadableDb } from '../store/db.ts'
import { eachItem } from '../store/evidence.ts'
import type { Sliced } from '../store/slices.ts'
import type { Derived } from './derived.ts'
import type { Run } from './running.ts'

/** Names of what only one source knows: so many are kept, and the count of all. */
const MOST_NAMED = 100

/** What two sources know, by a key that both have, with the name to show. */
interface Sources {
  readonly first: Map<string, string>
  readonly second: Map<string, string>
}

const sources = (): Sources => ({ first: new Map(), second: new Map() })

interface Told {
  readonly what: string
  readonly first: string
  readonly second: string
  /** Which differences speak against completeness: of what only the second knows, or of either. */
  readonly matters: ReconciliationContent['matters']
  readonly note: string
}

/** Every second source beside the list that the evidence rests on. */
const RECONCILIATIONS = {
  apps: {
    what: 'Apps of teams',
    first: 'GET /apps, those of a team',
    second: 'GET /teams/{team}/apps',
    matters: 'either',
    note: 'A team’s list also shows apps that the account cannot open; their parts were asked for by this list.',
  },
  attachments: {
    what: 'Add-ons that are attached',
    first: 'GET /addons',
    second: 'add-ons named by GET /addon-attachments',
    matters: 'second',
    note: 'An add-on may be attached from an app whose add-ons the account cannot see.',
  },
  addons: {
    what: 'Add-ons of teams',
    first: 'GET /addons',
    second: 'GET /teams/{team}/addons',
    matters: 'second',
    note: 'A team bills for add-ons of apps that the account cannot open.',
  },
  members: {
    what: 'People with access to apps of teams',
    first: 'GET /teams/{team}/members',
    second: 'collaborators of the team’s apps',
    matters: 'second',
    note: 'Who collaborates on an app of a team is listed among its members, with the role collaborator at least.',
  },
  usage: {
    what: 'Apps that were billed',
    first: 'GET /apps, by name',
    second: 'apps of GET /teams/{team}/usage/monthly',
    matters: 'second',
    note: 'Usage names apps that were deleted or renamed in the month.',
  },
  teams: {
    what: 'Teams of the enterprise account',
    first: 'GET /teams',
    second: 'GET /enterprise-accounts/{enterprise}/teams',
    matters: 'second',
    note: 'Teams that the account is no member of; nothing of them was read.',
  },
} as const satisfies Readonly<Record<string, Told>>

type Name = keyof typeof RECONCILIATIONS

/**
 * Holds every list that evidence rests on against a second source of the same thing, from stored evidence alone.
 * What has no second source in this collection is left out. Release numbers have to be without gaps.
 */
export function* reconciliationsOf({ db, collection }: Run): Sliced<readonly Derived[]> {
  const found = Object.fromEntries(
    Object.keys(RECONCILIATIONS).map((name) => [name, sources()]),
  ) as unknown as Record<Name, Sources>
  yield* fill(db, collection, found)
  const names = Object.keys(RECONCILIATIONS) as Name[]
  const held = names.flatMap((name) => {
    const { first, second } = found[name]
    if (first.size === 0 || second.size === 0) return []
    const onlyFirst = missing(first, second)
    const onlySecond = missing(second, first)
    return [derived(name, RECONCILIATIONS[name], [first.size, second.size], onlyFirst, onlySecond)]
  })
  const numbers = yield* releaseNumbers(db, collection)
  return numbers === null ? held : [...held, numbers]
}

function* contents<T extends keyof ContentOf>(db: ReadableDb, { id }: Collection, topic: T) {
  for (const item of eachItem(db, id, topic)) yield item.content as ContentOf[T]
}

function* fill(db: ReadableDb, collection: Collection, found: Record<Name, Sources>): Sliced<void> {
  const teamApps = new Set<string>()
  for (const app of contents(db, collection, 'app-inventory')) {
    yield 1
    found.usage.first.set(app.name, app.name)
    if (app.team === null) continue
    found.apps.first.set(app.id, app.name)
    teamApps.add(app.id)
  }
  for (const app of contents(db, collection, 'app-lock')) {
    yield 1
    found.apps.second.set(app.id, app.name)
  }
  for (const one of contents(db, collection, 'addon-inventory')) {
    yield 1
    if (one.of === 'attachment') found.attachments.second.set(one.addon.id, one.addon.name)
    else for (const name of ['attachments', 'addons'] as const) found[name].first.set(one.id, one.name)
  }
  for (const member of contents(db, collection, 'team-members-roles')) {
    yield 1
    found.members.first.set(member.email.toLowerCase(), member.email)
  }
  for (const access of contents(db, collection, 'app-collaborators-permissions')) {
    yield 1
    if (access.of !== 'collaborator' || !teamApps.has(access.app.id)) continue
    const { email } = access.user
    // A team itself appears as the owner of its apps, under an address that Heroku makes up.
    if (!email.endsWith('@herokumanager.com')) found.members.second.set(email.toLowerCase(), email)
  }
  for (const one of contents(db, collection, 'sso-identity-provider'))
    if (one.of === 'team') found.teams.first.set(one.id, one.name)
  for (const one of contents(db, collection, 'evidence-package-integrity')) {
    yield 1
    if (one.of === 'team-addon') found.addons.second.set(one.id, one.name)
    if (one.of === 'enterprise-team') found.teams.second.set(one.id, one.name)
    if (one.of === 'team-usage') for (const { name } of one.apps) found.usage.second.set(name, name)
  }
}

function missing(here: ReadonlyMap<string, string>, there: ReadonlyMap<string, string>): string[] {
  return [...here].flatMap(([key, name]) => (there.has(key) ? [] : [name])).sort()
}

/** Releases of an app are numbered 1, 2, 3 …; a number that is missing is a release that was not read. */
function* releaseNumbers(db: ReadableDb, collection: Collection): Sliced<Derived | null> {
  const apps = new Map<string, { name: string; read: number; highest: number }>()
  for (const { app, version } of contents(db, collection, 'releases')) {
    yield 1
    const known = apps.get(app.id) ?? { name: app.name, read: 0, highest: 0 }
    known.read++
    known.highest = Math.max(known.highest, version)
    apps.set(app.id, known)
  }
  if (apps.size === 0) return null
  const all = [...apps.values()]
  const sum = (of: (one: (typeof all)[number]) => number) => all.reduce((total, one) => total + of(one), 0)
  const gaps = all.filter(({ read, highest }) => read < highest)
  const told: Told = {
    what: 'Releases without gaps',
    first: 'GET /apps/{app}/releases',
    second: 'highest number of each app, added up',
    matters: 'second',
    note: 'Heroku may no longer list the oldest releases of an app.',
  }
  const counts = [sum(({ read }) => read), sum(({ highest }) => highest)] as const
  const named = gaps.map(({ name, read, highest }) => `${name}: ${highest - read} missing`).sort()
  return derived('releases', told, counts, [], named)
}

function derived(
  name: string,
  told: Told,
  [first, second]: readonly [number, number],
  onlyFirst: readonly string[],
  onlySecond: readonly string[],
): Derived {
  const content: ReconciliationContent = {
    of: 'reconciliation',
    what: told.what,
    first: { source: told.first, count: first },
    second: { source: told.second, count: second },
    only_first: { count: onlyFirst.length, names: onlyFirst.slice(0, MOST_NAMED) },
    only_second: { count: onlySecond.length, names: onlySecond.slice(0, MOST_NAMED) },
    matters: told.matters,
    agrees: onlySecond.length === 0 && (told.matters === 'second' || onlyFirst.length === 0),
    note: told.note,
  }
  return { subjectId: `reconciliation/${name}`, subject: told.what, content }
}
