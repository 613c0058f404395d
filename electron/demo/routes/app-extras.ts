import { canary } from '../canary.ts'
import { dynoSizesOf } from '../catalog/dyno-sizes.ts'
import { stacksOf } from '../catalog/stacks.ts'
import { hexOf, idOf } from '../random.ts'
import { featureOff, found } from '../server/refusal.ts'
import { type Ask, guarded, pages, type Route, read, whole } from '../server/route.ts'
import { meteredUsage } from '../usage.ts'
import { deliveriesOf, type HookOwner, webhookEventsOf, webhooksOf } from '../webhooks.ts'
import { feature, pickOf } from './account-extras.ts'
import { appOf, visibleApps } from './apps.ts'

const features = (ask: Ask) => {
  const app = appOf(ask)
  return [
    feature(ask.org.ground, `app ${app.name}`, 'runtime-heroku-metrics', true),
    feature(ask.org.ground, `app ${app.name}`, 'http-session-affinity', false),
    feature(ask.org.ground, `app ${app.name}`, 'preboot', app.traits.stage === 'production'),
    ...(app.space && app.generation === 'cedar'
      ? [
          feature(
            ask.org.ground,
            `app ${app.name}`,
            'spaces-strict-tls',
            app.space.name !== 'analytics-virginia',
          ),
        ]
      : []),
  ]
}

/** Hooks, their events and deliveries, below an app or an add-on. */
export function hookRoutes(root: string, owner: (ask: Ask) => HookOwner): readonly Route[] {
  return (
    [
      ['webhooks', webhooksOf],
      ['webhook-events', webhookEventsOf],
      ['webhook-deliveries', deliveriesOf],
    ] as const
  ).flatMap(([name, list]) => [
    read(`${root}/${name}`, (ask) => pages(list(ask.org, owner(ask)))),
    read(`${root}/${name}/:item`, (ask) =>
      whole(pickOf<object>(list(ask.org, owner(ask)), ask.params[1], 'webhook')),
    ),
  ])
}

const setup = (ask: Ask) => {
  const app = visibleApps(ask.org, ask.caller).find(
    (a) => a.traits.stage === 'review' && idOf(ask.org.ground, 'app-setup', a.name) === ask.params[0],
  )
  const { ground } = ask.org
  const of = found(app, 'app setup')
  const build = idOf(ground, 'setup-build', of.name)
  return {
    id: ask.params[0],
    created_at: of.createdAt,
    updated_at: of.createdAt,
    status: 'succeeded',
    failure_message: null,
    app: { id: of.id, name: of.name },
    build: {
      id: build,
      status: 'succeeded',
      output_stream_url: `https://build-output.heroku.com/streams/${build}?token=${canary(ground, 'setup', build)}`,
    },
    manifest_errors: [],
    postdeploy: { output: `seeded with ${canary(ground, 'postdeploy', build)}`, exit_code: 0 },
    resolved_success_url: `https://${of.name}.herokuapp.com/welcome`,
  }
}

const metadata = (ask: Ask) => {
  const app = appOf(ask)
  const url = (what: string) =>
    `https://store.demo/${app.id}/${what}.tgz?signature=${canary(ask.org.ground, 'metadata', app.name, what)}`
  return {
    app: { name: app.name, id: app.id },
    cache_delete_url: url('cache-delete'),
    cache_get_url: url('cache-get'),
    cache_put_url: url('cache-put'),
    repo_delete_url: url('repo-delete'),
    repo_get_url: url('repo-get'),
    repo_put_url: url('repo-put'),
  }
}

/** GitHub integration, which on the real Heroku is another host (Kolkrabbi). */
const github = (ask: Ask) => {
  const app = appOf(ask)
  if (app.traits.pipeline === undefined) throw featureOff('App is not connected to GitHub.')
  return {
    app_id: app.id,
    auto_deploy: app.traits.stage === 'staging',
    branch: 'main',
    id: idOf(ask.org.ground, 'github', app.name),
    repo: `northquay/${app.traits.pipeline}`,
    repo_id: Number.parseInt(hexOf(ask.org.ground, 6, 'repo', app.traits.pipeline), 16),
    wait_for_ci: app.traits.stage === 'staging',
    stale_days: 5,
    created_at: app.createdAt,
    updated_at: app.createdAt,
  }
}

const other = (path: string, answer: Route['answer']): Route => ({
  path,
  scope: 'read',
  host: 'other',
  answer,
})

/** Features, hooks and other things of an app. */
export const APP_EXTRAS: readonly Route[] = [
  read('/apps/:app/features', (ask) => pages(features(ask), 'id', 'name')),
  read('/apps/:app/features/:feature', (ask) =>
    whole(pickOf(features(ask), ask.params[1], 'app feature', 'name')),
  ),
  ...hookRoutes('/apps/:app', (ask) => ({ app: appOf(ask), key: appOf(ask).name })),
  read('/apps/:app/available-stacks', (ask) => {
    const fir = appOf(ask).generation === 'fir'
    return pages(
      stacksOf(ask.org.ground).filter((stack) => (stack.name === 'cnb') === fir),
      'id',
      'name',
    )
  }),
  read('/apps/:app/available-dyno-sizes', (ask) => {
    const app = appOf(ask)
    const sizes = dynoSizesOf(ask.org.ground).filter((size) => size.generation.name === app.generation)
    return whole(sizes.filter((size) => size.private_space_only === (app.space !== null)))
  }),
  read('/apps/:app/usage', (ask) => whole(meteredUsage(ask.org, appOf(ask)))),
  read('/app-setups/:setup', (ask) => whole(setup(ask))),
  guarded('/apps/:app/build-metadata', (ask) => whole(metadata(ask))),
  other('/apps/:app/github', (ask) => whole(github(ask))),
  other('/apps/:app/formation/web/monitors', (ask) => {
    appOf(ask)
    return whole([])
  }),
]
