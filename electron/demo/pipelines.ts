import type { App } from './apps.ts'
import { ago, type Ground, idOf } from './random.ts'
import type { Team } from './teams.ts'
import type { Stage } from './traits.ts'

/** An app at a stage of a pipeline. */
export interface Coupling {
  readonly id: string
  readonly app: App
  readonly stage: Stage
  readonly createdAt: string
}

/** A pipeline, its apps and how it treats review apps. */
export interface Pipeline {
  readonly id: string
  readonly name: string
  readonly team: Team | null
  readonly couplings: readonly Coupling[]
  /** Null: review apps are off, and Heroku answers 404. */
  readonly reviewApps: {
    readonly destroyStale: boolean
    readonly staleDays: number
    readonly ci: boolean
  } | null
  readonly generation: 'cedar' | 'fir'
  readonly createdAt: string
}

const REVIEW_APPS: Readonly<Record<string, NonNullable<Pipeline['reviewApps']>>> = {
  'freight-api': { destroyStale: true, staleDays: 5, ci: true },
  'booking-portal': { destroyStale: false, staleDays: 90, ci: false },
}

/** Pipelines, from what the apps say they belong to. */
export function makePipelines(ground: Ground, apps: readonly App[]): readonly Pipeline[] {
  const groups = new Map<string, App[]>()
  for (const app of apps) {
    const name = app.traits.pipeline
    if (!name) continue
    const group = groups.get(name)
    if (group) group.push(app)
    else groups.set(name, [app])
  }
  return [...groups].map(([name, members]) => pipeline(ground, name, members))
}

function pipeline(ground: Ground, name: string, members: readonly App[]): Pipeline {
  return {
    id: idOf(ground, 'pipeline', name),
    name,
    team: members[0]?.team ?? null,
    couplings: members.map((app) => ({
      id: idOf(ground, 'coupling', app.name),
      app,
      stage: app.traits.stage ?? 'development',
      createdAt: app.createdAt,
    })),
    reviewApps: REVIEW_APPS[name] ?? null,
    generation: members[0]?.generation ?? 'cedar',
    createdAt: ago(ground, Math.max(0, ...members.map((app) => app.ageDays)), -2),
  }
}
