import { artifactOf, buildpacksOf, buildsOf, imageAnswer, releaseAnswer, slugAnswer } from '../builds.ts'
import { domainsOf, endpointsOf } from '../certificates.ts'
import { collaboratorsOf, PERMISSIONS } from '../collaborators.ts'
import { configVarsOf } from '../config-vars.ts'
import { drainsOf, telemetryDrain } from '../drains.ts'
import { dynosOf, formationOf } from '../dynos.ts'
import { historyOf } from '../history.ts'
import { idOf } from '../random.ts'
import { found } from '../server/refusal.ts'
import { type Ask, guarded, pages, type Route, read, whole } from '../server/route.ts'
import { appOf } from './apps.ts'

/** Collaborators of the app that the first parameter names. */
export const collaboratorAnswers = (ask: Ask) => {
  const app = appOf(ask)
  return collaboratorsOf(ask.org, app).map(({ person, role, permissions }) => ({
    app: { id: app.id, name: app.name },
    created_at: app.createdAt,
    id: idOf(ask.org.ground, 'collaborator', app.name, person.key),
    permissions: permissions.map((name) => ({ name, description: PERMISSIONS[name] })),
    role,
    updated_at: app.createdAt,
    user: { email: person.email, federated: person.federated, id: person.id },
  }))
}

const releases = (ask: Ask) => {
  const app = appOf(ask)
  return historyOf(ask.org, app).releases.map((release) => releaseAnswer(ask.org, app, release))
}

const vars = (ask: Ask, path: string) => configVarsOf(ask.org, appOf(ask, path))

/** One of a list, by the second parameter. */
function oneOf<T extends object>(list: readonly T[], ask: Ask, what: string, ...by: readonly string[]): T {
  const key = ask.params[1]
  return found(
    list.find((item) => ['id', ...by].some((field) => String(Reflect.get(item, field)) === key)),
    what,
  )
}

/** Who may reach an app, and how it is configured. */
const ACCESS: readonly Route[] = [
  read('/apps/:app/collaborators', (ask) => pages(collaboratorAnswers(ask))),
  read('/apps/:app/collaborators/:collaborator', (ask) => {
    const person = ask.org.find.person.get(ask.params[1] ?? '')
    const list = collaboratorAnswers(ask)
    return whole(list.find((c) => c.user.id === person?.id) ?? oneOf(list, ask, 'collaborator'))
  }),
  guarded('/apps/:app/config-vars', (ask) =>
    whole(Object.fromEntries(vars(ask, 'config-vars').map(({ key, value }) => [key, value]))),
  ),
  guarded('/apps/:app/config-vars-settings', (ask) =>
    whole(
      vars(ask, 'config-vars-settings').map((v) => ({
        attachment: v.attachment ? { id: v.attachment } : null,
        key: v.key,
        value: v.masked ? null : v.value,
        masked: v.masked,
        masking_supported: v.maskable,
        value_updated_at: v.updatedAt,
      })),
    ),
  ),
  guarded('/apps/:app/releases/:release/config-vars', (ask) =>
    whole(Object.fromEntries(vars(ask, 'config-vars').map(({ key, value }) => [key, value]))),
  ),
]

/** What runs, and how it came there. */
const CHANGE: readonly Route[] = [
  read('/apps/:app/releases', (ask) => pages(releases(ask), 'version', 'id')),
  read('/apps/:app/releases/:release', (ask) => {
    const list = releases(ask)
    if (ask.params[1] === 'current')
      return whole(
        found(
          list.find((r) => r.current),
          'release',
        ),
      )
    return whole(oneOf(list, ask, 'release', 'version'))
  }),
  read('/apps/:app/builds', (ask) => pages(buildsOf(ask.org, appOf(ask)), 'id', 'created_at')),
  read('/apps/:app/builds/:build', (ask) => whole(oneOf(buildsOf(ask.org, appOf(ask)), ask, 'build'))),
  read('/apps/:app/slugs/:slug', (ask) => {
    const app = appOf(ask)
    const slug = app.generation === 'cedar' ? artifactOf(ask.org, app, ask.params[1] ?? '') : undefined
    return whole(slugAnswer(ask.org, app, found(slug, 'slug')))
  }),
  read('/apps/:app/oci-images/:image', (ask) => {
    const app = appOf(ask)
    const image = app.generation === 'fir' ? artifactOf(ask.org, app, ask.params[1] ?? '') : undefined
    return whole([imageAnswer(ask.org, app, found(image, 'OCI image'))])
  }),
  read('/apps/:app/buildpack-installations', (ask) =>
    whole(buildpacksOf(appOf(ask)).map((buildpack, ordinal) => ({ ordinal, buildpack }))),
  ),
  read('/apps/:app/formation', (ask) => pages(formationOf(ask.org, appOf(ask)))),
  read('/apps/:app/formation/:formation', (ask) =>
    whole(oneOf(formationOf(ask.org, appOf(ask)), ask, 'formation', 'type')),
  ),
  read('/apps/:app/dynos', (ask) => pages(dynosOf(ask.org, appOf(ask)), 'id', 'name')),
  read('/apps/:app/dynos/:dyno', (ask) => whole(oneOf(dynosOf(ask.org, appOf(ask)), ask, 'dyno', 'name'))),
]

/** What the world sees of an app, and where its logs go. */
const EDGES: readonly Route[] = [
  read('/apps/:app/domains', (ask) => pages(domainsOf(ask.org, appOf(ask)), 'id', 'hostname')),
  read('/apps/:app/domains/:domain', (ask) =>
    whole(oneOf(domainsOf(ask.org, appOf(ask)), ask, 'domain', 'hostname')),
  ),
  read('/apps/:app/sni-endpoints', (ask) => pages(endpointsOf(ask.org, appOf(ask)), 'id', 'name')),
  read('/apps/:app/sni-endpoints/:endpoint', (ask) =>
    whole(oneOf(endpointsOf(ask.org, appOf(ask)), ask, 'SNI endpoint', 'name')),
  ),
  read('/apps/:app/log-drains', (ask) => pages(drainsOf(ask.org, appOf(ask)))),
  read('/apps/:app/log-drains/:drain', (ask) =>
    whole(oneOf(drainsOf(ask.org, appOf(ask)), ask, 'log drain', 'url', 'token')),
  ),
  read('/apps/:app/telemetry-drains', (ask) => {
    const app = appOf(ask)
    return pages(app.traits.telemetry ? [telemetryDrain(ask.org, { ...app, type: 'app' })] : [])
  }),
]

/** Everything below `/apps/{app}` that the collectors read, and its single forms. */
export const APP_PARTS: readonly Route[] = [...ACCESS, ...CHANGE, ...EDGES]
