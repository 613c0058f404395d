import type { App } from '../apps.ts'
import { regionRef } from '../catalog/regions.ts'
import { stackRef } from '../catalog/stacks.ts'
import { releasedAt } from '../history.ts'
import type { Organisation } from '../organisation.ts'
import { ago, instant } from '../random.ts'
import type { Caller } from '../server/access.ts'
import { forbidden, found } from '../server/refusal.ts'
import { type Ask, pages, type Route, read, whole } from '../server/route.ts'
import { teamOf } from './teams.ts'

/** Apps that a caller may see: those of visible teams, and personal ones that are shared. */
export const visibleApps = (org: Organisation, caller: Caller): readonly App[] =>
  org.apps.filter((app) => seesApp(caller, app))

/** Whether a caller may see an app. */
export const seesApp = (caller: Caller, app: App): boolean =>
  app.team ? caller.teams.has(app.team.name) : caller.personal

/** The app that the first parameter names, if the caller may see it. Paths that are closed answer 403. */
export function appOf(ask: Ask, path = ''): App {
  const app = found(ask.org.find.app.get(ask.params[0] ?? ''), 'app')
  found(seesApp(ask.caller, app) ? app : null, 'app')
  if (app.traits.refuses?.includes(path)) throw forbidden('You do not have access to the app.')
  return app
}

/** Id and name of an app. */
export const appRef = (app: App) => ({ id: app.id, name: app.name })

function common(org: Organisation, app: App) {
  const { ground } = org
  const fir = app.generation === 'fir'
  return {
    archived_at: app.traits.archived ? ago(ground, 90) : null,
    base_image_name: fir ? 'heroku/heroku:24' : null,
    build_stack: stackRef(ground, app.buildStack),
    buildpack_provided_description: app.traits.language ?? 'nodejs',
    buildpacks: fir
      ? [{ id: 'heroku/nodejs', version: '3.6.1', homepage: 'https://github.com/heroku/buildpacks-nodejs' }]
      : null,
    created_at: app.createdAt,
    current_build_architecture: fir ? ['arm64'] : ['amd64'],
    generation: app.generation,
    git_url: `https://git.heroku.com/${app.name}.git`,
    id: app.id,
    internal_routing: app.space ? (app.traits.internal ?? false) : null,
    maintenance: app.traits.archived ?? false,
    name: app.name,
    owner: app.owner,
    region: regionRef(ground, app.region),
    released_at: instant(releasedAt(org, app)),
    repo_size: 4_200_000,
    slug_size: fir ? null : 61_000_000,
    stack: stackRef(ground, app.stack),
    updated_at: instant(releasedAt(org, app)),
    web_url: `https://${app.name}.herokuapp.com/`,
  }
}

/** `GET /apps/{app}`, in the variant `3.sdk`. */
export function appAnswer(org: Organisation, app: App) {
  const team = app.team ? { id: app.team.id, name: app.team.name } : null
  return {
    ...common(org, app),
    acm: (app.traits.domains ?? []).some((domain) => domain.certificate.startsWith('managed')),
    organization: team,
    team,
    space: app.space ? { id: app.space.id, name: app.space.name, shield: app.space.shield } : null,
  }
}

/** `GET /teams/apps/{app}`. */
export function teamAppAnswer(org: Organisation, app: App) {
  return {
    ...common(org, app),
    joined: false,
    locked: !app.traits.unlocked,
    team: app.team ? { name: app.team.name } : null,
    space: app.space ? { id: app.space.id, name: app.space.name } : null,
  }
}

/** Apps, in all the lists that hold them. */
export const APPS: readonly Route[] = [
  read('/apps', ({ org, caller }) =>
    pages(
      visibleApps(org, caller).map((app) => appAnswer(org, app)),
      'id',
      'name',
    ),
  ),
  read('/apps/:app', (ask) => whole(appAnswer(ask.org, appOf(ask)))),
  read('/users/:user/apps', ({ org, caller }) =>
    pages(
      visibleApps(org, caller)
        .filter((app) => app.owner.id === caller.person.id)
        .map((app) => appAnswer(org, app)),
      'id',
      'name',
    ),
  ),
  read('/teams/:team/apps', (ask) => {
    const team = teamOf(ask)
    const apps = ask.org.apps.filter((app) => app.team === team)
    return pages(
      apps.map((app) => teamAppAnswer(ask.org, app)),
      'id',
      'name',
    )
  }),
  read('/teams/apps/:app', (ask) => {
    const app = appOf(ask)
    return whole(teamAppAnswer(ask.org, found(app.team ? app : null, 'team app')))
  }),
]
