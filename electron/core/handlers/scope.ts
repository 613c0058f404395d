import type { ScopeChoice, TaggedApp } from '../../../shared/contract-scope.ts'
import { problem } from '../../../shared/errors.ts'
import { APP_TAG_TABLE } from '../../../shared/model/records/app-tag-table.ts'
import { type AppTagFields, SCOPE_KEY, type Scope, WHOLE_SCOPE } from '../../../shared/model/records/scope.ts'
import type { TableFault } from '../../../shared/model/table.ts'
import type { EvidenceView } from '../checks/check.ts'
import { scopeOf } from '../checks/facts/scope.ts'
import { spacesOf } from '../checks/facts/spaces.ts'
import { count } from '../checks/facts/words.ts'
import { importTable, readingOf } from '../lists/import-table.ts'
import { isIncomplete, taggedApps } from '../scope/seen-apps.ts'
import { tagProposals } from '../scope/tag-proposals.ts'
import { newestComplete } from '../store/collections.ts'
import type { ReadableDb } from '../store/db.ts'
import { keepRecords, recordOf, undoRecords } from '../store/records.ts'
import { evidenceView } from './evidence-view.ts'
import { type Deps, type Handlers, who } from './handler.ts'

/** The evidence to choose from; null in a locker that holds no finished collection yet. */
function viewOf(db: ReadableDb, collectionId: number | null): EvidenceView | null {
  const id = collectionId ?? newestComplete(db)?.id
  return id === undefined ? null : evidenceView(db, id)
}

function seenApps(db: ReadableDb, collectionId: number | null): readonly TaggedApp[] {
  const view = viewOf(db, collectionId)
  if (view) return taggedApps(view)
  return []
}

function choices(view: EvidenceView, apps: readonly TaggedApp[]) {
  const scope = scopeOf(view)
  const counted = (name: string, of: 'team' | 'space') => apps.filter((app) => app[of] === name).length
  const teams = new Map(
    view
      .items('app-inventory')
      .flatMap(({ content }) => (content.team ? [[content.team.name, content.team.id] as const] : [])),
  )
  for (const { content } of view.items('sso-identity-provider'))
    if (content.of === 'team') teams.set(content.name, content.id)
  const byName = (a: ScopeChoice, b: ScopeChoice) => (a.name < b.name ? -1 : 1)
  return {
    teams: [...teams]
      .map(([name, id]) => ({ id, name, apps: counted(name, 'team'), inScope: scope.team(id, name) }))
      .toSorted(byName),
    spaces: spacesOf(view)
      .map(({ content: { id, name } }) => ({
        ...{ id, name },
        ...{ apps: counted(name, 'space'), inScope: scope.space({ id, name }) },
      }))
      .toSorted(byName),
  }
}

function inWords({ teams, spaces, apps }: Scope): string {
  const parts = [
    teams && count(teams.length, 'team'),
    spaces && count(spaces.length, 'space'),
    apps && count(apps.length, 'app'),
  ].filter((part) => part !== null)
  return parts.length === 0 ? 'scope: everything' : `scope: ${parts.join(', ')}`
}

type Change = {
  readonly app: string
  readonly set: { readonly [F in keyof AppTagFields]?: AppTagFields[F] | undefined }
}

const BLANK: AppTagFields = {
  dataClasses: null,
  environment: null,
  owner: null,
  criticality: null,
  internal: null,
}

function setTags(deps: Deps, changes: readonly Change[], says: string) {
  const apps = new Map(seenApps(deps.db, null).map((app) => [app.id, app]))
  const merged = new Map<string, Change['set']>()
  for (const { app, set } of changes) merged.set(app, { ...merged.get(app), ...set })
  return keepRecords(
    deps.db,
    who(deps),
    says,
    [...merged].map(([app, set]) => {
      const known = recordOf(deps.db, 'app-tag', app)?.content
      const name = apps.get(app)?.name ?? known?.name
      if (name === undefined)
        throw problem('wrong-use', {
          what: `no app has the id ${app}`,
          remedy: 'choose one of the newest collection',
        })
      const told = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
      return { kind: 'app-tag', key: app, content: { ...BLANK, ...known, ...told, app, name } } as const
    }),
  )
}

const FIELD_WORDS: Readonly<Record<keyof AppTagFields, string>> = {
  dataClasses: 'data classes',
  environment: 'environment',
  owner: 'owner',
  criticality: 'criticality',
  internal: 'internal',
}

function tagWords(changes: readonly Change[]): string {
  const fields = new Set(changes.flatMap(({ set }) => Object.keys(set) as (keyof AppTagFields)[]))
  const apps = new Set(changes.map(({ app }) => app)).size
  return `${count(apps, 'app')} tagged: ${[...fields].map((field) => FIELD_WORDS[field]).join(', ') || 'nothing new'}`
}

/** The scope of the engagement, and what people say of apps. */
export const scopeHandlers = {
  'scope:get'({ db }, { collectionId }) {
    const record = recordOf(db, 'scope', SCOPE_KEY)
    const view = viewOf(db, collectionId)
    const apps = view ? taggedApps(view).filter(({ seen }) => seen) : []
    return {
      scope: record?.content ?? WHOLE_SCOPE,
      said: record ? { by: record.by, at: record.at, act: record.act } : null,
      ...(view ? choices(view, apps) : { teams: [], spaces: [] }),
      apps: {
        seen: apps.length,
        inScope: apps.filter(({ inScope }) => inScope).length,
        tagged: apps.filter((app) => !isIncomplete(app)).length,
      },
    }
  },
  'scope:set': (deps, scope) =>
    keepRecords(deps.db, who(deps), inWords(scope), [{ kind: 'scope', key: SCOPE_KEY, content: scope }]),
  'scope:proposals'({ db }, { collectionId }) {
    const view = viewOf(db, collectionId)
    return view ? [...tagProposals(view)] : []
  },
  'tag:list'({ db }, { collectionId, search, incomplete, after, limit }) {
    const words = search.trim().toLowerCase()
    const apps = seenApps(db, collectionId).filter(
      (app) =>
        (!incomplete || isIncomplete(app)) &&
        [app.name, app.team, app.space, app.tag?.owner].some((text) => text?.toLowerCase().includes(words)),
    )
    const start = after === null ? 0 : Number(after)
    const rows = apps.slice(start, start + limit)
    return { rows, next: start + limit < apps.length ? String(start + limit) : null }
  },
  'tag:set': (deps, { tags }) => setTags(deps, tags, tagWords(tags)),
  'tag:clear': (deps, { apps }) =>
    keepRecords(
      deps.db,
      who(deps),
      `tags of ${count(apps.length, 'app')} removed`,
      [...new Set(apps)].map((app) => ({ kind: 'app-tag', key: app, content: null })),
    ),
  async 'tag:import'(deps, { dryRun, ...input }) {
    const { read } = await importTable(input, APP_TAG_TABLE)
    const known = new Map(
      seenApps(deps.db, null).flatMap((app) => [
        [app.name.toLowerCase(), app],
        [app.id.toLowerCase(), app],
      ]),
    )
    const faults: TableFault[] = []
    const changes: Change[] = []
    const before = { added: 0, changed: 0, removed: 0, kept: 0 }
    for (const { n, row } of read.rows) {
      const app = known.get(row.app)
      if (!app) {
        faults.push({ row: n, column: 'App', what: `“${row.app}” is no app of the newest collection` })
        continue
      }
      const set = Object.fromEntries(
        Object.entries({
          ...row,
          app: null,
          dataClasses: row.dataClasses.length > 0 ? row.dataClasses : null,
        }).filter(([, value]) => value !== null),
      )
      const same = Object.entries(set).every(
        ([field, value]) => JSON.stringify(app.tag?.[field as keyof AppTagFields]) === JSON.stringify(value),
      )
      if (same) before.kept += 1
      else {
        before[app.tag ? 'changed' : 'added'] += 1
        changes.push({ app: app.id, set })
      }
    }
    const reading = readingOf(read, faults)
    const act =
      dryRun || reading.faultsTotal > 0 || changes.length === 0
        ? null
        : setTags(deps, changes, tagWords(changes))
    return { act, reading, ...before }
  },
  'record:undo': (deps, { act }) => undoRecords(deps.db, act, who(deps)),
} satisfies Partial<Handlers>
