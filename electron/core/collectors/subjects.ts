import type { Collection, SubjectKind } from '../../../shared/model/collection.ts'
import type { ContentOf, Ref } from '../../../shared/model/content.ts'
import type { ReadableDb } from '../store/db.ts'
import { eachItem } from '../store/evidence.ts'
import { POSTGRES } from './addons.ts'
import type {
  AddonSubject,
  AppSubject,
  EnterpriseSubject,
  PipelineSubject,
  SpaceSubject,
  SubjectOf,
  TeamSubject,
} from './collector.ts'
import { DATA_SERVICES } from './data-addons.ts'

/** Topics that the subjects of each kind are read from; they are collected whenever that kind is. */
export const SUBJECT_TOPICS = {
  account: [],
  enterprise: ['sso-identity-provider'],
  team: ['sso-identity-provider'],
  space: ['space-isolation'],
  pipeline: ['pipelines-promotions'],
  app: ['app-inventory', 'addon-inventory'],
  addon: ['addon-inventory'],
} as const satisfies Readonly<Record<SubjectKind, readonly (keyof ContentOf)[]>>

/** Gives the contents of a topic, wherever they stand. */
export type ReadContents = <T extends keyof ContentOf>(topic: T) => Iterable<ContentOf[T]>

/** As whom and when the subjects are looked for. */
export type FoundBy = Pick<Collection, 'account' | 'startedAt'>

type Finder<K extends SubjectKind> = (read: ReadContents, by: FoundBy) => readonly SubjectOf[K][]

/** The subjects of each kind, from the contents of the topics that list them. */
export const FINDERS: { readonly [K in SubjectKind]: Finder<K> } = {
  account: (_read, { account }) => [{ kind: 'account', id: '~', name: account, email: account }],
  enterprise: enterprises,
  team: teams,
  space: spaces,
  pipeline: pipelines,
  app: apps,
  addon: addons,
}

/**
 * The subjects of each kind, from evidence that this collection has stored already: so a resumed collection
 * finds the same ones, and nothing is asked twice. Only what the paths need is held, not the contents.
 */
export const SUBJECTS = Object.fromEntries(
  Object.entries(FINDERS).map(([kind, find]) => [
    kind,
    (db: ReadableDb, collection: Collection) => find(storedContents(db, collection), collection),
  ]),
) as unknown as {
  readonly [K in SubjectKind]: (db: ReadableDb, collection: Collection) => readonly SubjectOf[K][]
}

/** The contents that a collection has stored. */
export function storedContents(db: ReadableDb, { id }: Collection): ReadContents {
  return function* (topic) {
    for (const item of eachItem(db, id, topic)) yield item.content as ContentOf[typeof topic]
  }
}

function enterprises(read: ReadContents, by: FoundBy): EnterpriseSubject[] {
  const found: EnterpriseSubject[] = []
  for (const content of read('sso-identity-provider'))
    if (content.of === 'enterprise-account')
      found.push({
        kind: 'enterprise',
        id: content.id,
        name: content.name,
        identityProvider: content.identity_provider,
        asOf: dayOf(by),
      })
  return found
}

function dayOf({ startedAt }: FoundBy): string {
  return startedAt.slice(0, 10)
}

/** A provider that serves several of them is left to the enterprise account, or to the first of the teams. */
function teams(read: ReadContents, by: FoundBy): TeamSubject[] {
  const enterprisesByName = new Map(enterprises(read, by).map((one) => [one.name, one]))
  const providers = new Set([...enterprisesByName.values()].map((one) => one.identityProvider?.id))
  const found: TeamSubject[] = []
  for (const content of read('sso-identity-provider')) {
    if (content.of !== 'team') continue
    const provider = content.identity_provider
    found.push({
      kind: 'team',
      id: content.id,
      name: content.name,
      enterprise: enterpriseOf(content.enterprise_account, enterprisesByName),
      identityProvider: providers.has(provider?.id) ? null : provider,
      asOf: dayOf(by),
    })
    providers.add(provider?.id)
  }
  return found
}

/** The enterprise account of a team; known by name alone where the token may not see the account itself. */
function enterpriseOf(name: string | null, known: ReadonlyMap<string, Ref>): Ref | null {
  if (name === null) return null
  const account = known.get(name)
  return account ? { id: account.id, name } : { id: name, name }
}

function spaces(read: ReadContents): SpaceSubject[] {
  const found: SpaceSubject[] = []
  for (const content of read('space-isolation')) {
    if (content.of !== 'space') continue
    const { id, name, team, shield, generation } = content
    found.push({ kind: 'space', id, name, team: team.name, shield, generation })
  }
  return found
}

function pipelines(read: ReadContents): PipelineSubject[] {
  const found: PipelineSubject[] = []
  for (const content of read('pipelines-promotions'))
    if (content.of === 'pipeline') found.push({ kind: 'pipeline', id: content.id, name: content.name })
  return found
}

/** All apps of `/apps`, and those that only their team's list shows. */
function apps(read: ReadContents): AppSubject[] {
  const withPostgres = new Set<string>()
  const withData = new Set<string>()
  for (const addon of addons(read)) {
    if (addon.service === POSTGRES) withPostgres.add(addon.app.id)
    if (DATA_SERVICES.includes(addon.service)) withData.add(addon.app.id)
  }
  const found = new Map<string, AppSubject>()
  const add = (app: Ref, facts: Pick<AppSubject, 'team' | 'generation' | 'space'>) => {
    const { id, name } = app
    if (found.has(id)) return
    const services = { hasPostgres: withPostgres.has(id), hasData: withData.has(id) }
    found.set(id, { kind: 'app', id, name, ...facts, ...services })
  }
  for (const app of read('app-inventory'))
    add(app, {
      team: app.team?.name ?? null,
      generation: app.generation,
      space: app.space && { id: app.space.id, name: app.space.name },
    })
  for (const app of read('app-lock')) add(app, { team: app.team, generation: null, space: null })
  return [...found.values()]
}

function addons(read: ReadContents): AddonSubject[] {
  const found: AddonSubject[] = []
  for (const content of read('addon-inventory')) {
    if (content.of !== 'addon') continue
    const { id, name, addon_service, plan, app } = content
    found.push({ kind: 'addon', id, name, service: addon_service.name, plan: plan.name, app })
  }
  return found
}
