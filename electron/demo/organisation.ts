import { type Addon, type Attachment, makeAddons, makeAttachments } from './addons.ts'
import { type App, castApps, makeApps } from './apps.ts'
import { type Catalog, makeCatalog } from './catalog/plans.ts'
import { COMPANY } from './company.ts'
import { type DemoOptions, groundOf } from './options.ts'
import { makePeople, type Person } from './people.ts'
import { makePipelines, type Pipeline } from './pipelines.ts'
import type { Ground } from './random.ts'
import { makeSpaces, type Space } from './spaces.ts'
import { type Enterprise, makeEnterprise, makeTeams, type Team } from './teams.ts'

/** The whole organisation as far as lists across apps need it; the rest is made per app, on demand. */
export interface Organisation {
  readonly options: DemoOptions
  readonly ground: Ground
  readonly catalog: Catalog
  readonly enterprise: Enterprise
  readonly people: readonly Person[]
  readonly teams: readonly Team[]
  readonly spaces: readonly Space[]
  readonly apps: readonly App[]
  readonly pipelines: readonly Pipeline[]
  readonly addons: readonly Addon[]
  readonly attachments: readonly Attachment[]
  /** Things by id and by name. */
  readonly find: {
    readonly app: ReadonlyMap<string, App>
    readonly team: ReadonlyMap<string, Team>
    readonly space: ReadonlyMap<string, Space>
    readonly person: ReadonlyMap<string, Person>
    readonly pipeline: ReadonlyMap<string, Pipeline>
    readonly addon: ReadonlyMap<string, Addon>
    readonly attachment: ReadonlyMap<string, Attachment>
  }
  /** Attachments by app id, and by add-on id. */
  readonly attachmentsOn: ReadonlyMap<string, readonly Attachment[]>
  readonly attachmentsOf: ReadonlyMap<string, readonly Attachment[]>
  readonly addonsOf: ReadonlyMap<string, readonly Addon[]>
}

/** A pure function of its options: same options, same organisation. */
export function makeOrganisation(options: DemoOptions): Organisation {
  const ground = groundOf(options)
  const catalog = makeCatalog(ground)
  const people = makePeople(ground, options.people)
  const teams = makeTeams(ground)
  const spaces = makeSpaces(ground)
  const apps = makeApps(ground, castApps(ground, options.apps), teams, spaces, people)
  const pipelines = makePipelines(ground, apps)
  const addons = makeAddons(ground, apps, catalog)
  const attachments = makeAttachments(ground, apps, addons)
  return {
    options,
    ground,
    catalog,
    enterprise: makeEnterprise(ground, COMPANY.enterprise),
    people,
    teams,
    spaces,
    apps,
    pipelines,
    addons,
    attachments,
    find: {
      app: byKeys(apps, (app) => [app.id, app.name]),
      team: byKeys(teams, (team) => [team.id, team.name]),
      space: byKeys(spaces, (space) => [space.id, space.name]),
      person: byKeys(people, (person) => [person.id, person.email]),
      pipeline: byKeys(pipelines, (pipeline) => [pipeline.id, pipeline.name]),
      addon: byKeys(addons, (addon) => [addon.id, addon.name]),
      attachment: byKeys(attachments, (attachment) => [attachment.id]),
    },
    attachmentsOn: grouped(attachments, (attachment) => attachment.app.id),
    attachmentsOf: grouped(attachments, (attachment) => attachment.addon.id),
    addonsOf: grouped(addons, (addon) => addon.app.id),
  }
}

function byKeys<T>(things: readonly T[], keys: (thing: T) => readonly string[]): ReadonlyMap<string, T> {
  return new Map(things.flatMap((thing) => keys(thing).map((key) => [key, thing] as const)))
}

function grouped<T>(things: readonly T[], key: (thing: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    const group = groups.get(key(thing))
    if (group) group.push(thing)
    else groups.set(key(thing), [thing])
  }
  return groups
}
