import { historyOf } from '../../electron/demo/history.ts'
import { idOf } from '../../electron/demo/random.ts'
import type { Demo } from '../../electron/demo/start.ts'

/** One answer as tests look at it. */
export interface Got {
  readonly path: string
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

/** Asks a demo as one of its roles. */
export type Asking = (path: string, headers?: Record<string, string>) => Promise<Got>

/** A way to ask `demo` with the token of `role`. */
export function asking(demo: Demo, role: keyof Demo['tokens'] = 'auditor'): Asking {
  return async (path, headers = {}) => {
    const response = await fetch(`${demo.apiUrl}${path}`, {
      headers: {
        authorization: `Bearer ${demo.tokens[role]}`,
        accept: 'application/vnd.heroku+json; version=3.sdk',
        ...headers,
      },
    })
    const text = await response.text()
    return {
      path,
      status: response.status,
      headers: response.headers,
      body: text === '' ? null : JSON.parse(text),
    }
  }
}

/** A list answer as records. */
export const rows = (got: Got): readonly Record<string, unknown>[] =>
  Array.isArray(got.body) ? got.body : []

/** Where values of a path parameter come from: a fixed list, or a list that the API gives below the same parent. */
type Source = (demo: Demo, parent: string, ask: Asking) => Promise<readonly string[]> | readonly string[]

const listed =
  (suffix: string, field = 'id'): Source =>
  async (_demo, parent, ask) =>
    rows(await ask(`${parent}${suffix}`))
      .slice(0, 3)
      .map((row) => String(row[field]))

const named =
  (pick: (demo: Demo) => readonly { readonly name: string }[]): Source =>
  (demo) =>
    pick(demo).map((thing) => thing.name)

const artifacts: Source = async (_demo, parent, ask) => {
  const field = parent.endsWith('slugs') ? 'slug' : 'oci_image'
  const releases = rows(await ask(`${parent.replace(/\/[a-z-]+$/, '')}/releases`))
  const ids = releases.flatMap((release) => {
    const ref = release[field] as { id: string } | null
    return ref ? [ref.id] : []
  })
  return [...new Set(ids)].slice(0, 2)
}

const own: Source = () => ['~']
const parent: Source = async (_demo, path, ask) =>
  rows(await ask(path))
    .slice(0, 3)
    .map((row) => String(row.id))
const everywhere =
  (roots: (demo: Demo) => readonly string[], field = 'id'): Source =>
  async (demo, _path, ask) => {
    const lists = await Promise.all(roots(demo).map((path) => ask(path)))
    return lists.flatMap((got) => rows(got).map((row) => String(row[field])))
  }
const pipelines = (suffix: string) => (demo: Demo) =>
  demo.organisation.pipelines.map((pipeline) => `/pipelines/${pipeline.id}/${suffix}`)

function promotions({ organisation: org }: Demo): readonly string[] {
  const app = org.find.app.get('freight-api')
  const last = app && historyOf(org, app).releases.findLast((r) => r.description.startsWith('Promote'))
  return last ? [idOf(org.ground, 'promotion', last.id)] : []
}

/** Sources by the name that the schema gives the parameter. */
export const SOURCES: Readonly<Record<string, Source>> = {
  'account/identity': own,
  'user-preferences/identity': own,
  'app/identity': named((demo) => demo.organisation.apps),
  'team-app/identity': named((demo) => demo.organisation.apps),
  'team/identity': named((demo) => demo.organisation.teams),
  'team/name': named((demo) => demo.organisation.teams),
  'team/id': (demo) => demo.organisation.teams.map((team) => team.id),
  'team-preferences/identity': named((demo) => demo.organisation.teams),
  'team-member/identity': parent,
  'team-app-collaborator/identity': parent,
  'team-invitation/token': everywhere((demo) =>
    demo.organisation.teams.map((t) => `/teams/${t.name}/invitations`),
  ),
  'enterprise-account/identity': (demo) => [demo.organisation.enterprise.name],
  'enterprise-account/id': (demo) => [demo.organisation.enterprise.id],
  'archive/year': (demo) => [String(demo.organisation.options.now.getUTCFullYear())],
  'archive/month': () => ['01', '10'],
  'space/identity': named((demo) => demo.organisation.spaces),
  'pipeline/identity': named((demo) => demo.organisation.pipelines),
  'pipeline/id': (demo) => demo.organisation.pipelines.map((pipeline) => pipeline.id),
  'pipeline-coupling/stage': () => ['review'],
  'pipeline-coupling/identity': parent,
  'add-on/identity': named((demo) => demo.organisation.addons),
  'add-on-attachment/identity': (demo) => demo.organisation.attachments.map((attachment) => attachment.id),
  'add-on-attachment/scopedIdentity': parent,
  'add-on-service/identity': named((demo) => demo.organisation.catalog.services),
  'plan/identity': named((demo) => demo.organisation.catalog.plans),
  'plan-meter/identity': parent,
  'region/identity': () => ['us', 'frankfurt'],
  'stack/identity': (_demo, path) => (path === '/generations' ? ['cedar', 'fir'] : ['heroku-24']),
  'dyno-size/identity': () => ['Standard-1X'],
  'identity-provider/identity': async (_demo, path, ask) =>
    path === '/identity-providers'
      ? ['northquay-okta', 'northquay-labs-adfs']
      : (
          (await ask(path.replace('/certificates', ''))).body as { certificates: { id: string }[] }
        ).certificates.map((certificate) => certificate.id),
  'app-webhook/identity': parent,
  'app-webhook-event/identity': parent,
  'app-webhook-delivery/identity': parent,
  'account-feature/identity': parent,
  'app-feature/identity': parent,
  'team-feature/identity': parent,
  'app-transfer/identity': parent,
  'app-setup/identity': async (demo, _path, ask) => {
    const lists = await Promise.all(pipelines('review-apps')(demo).map((path) => ask(path)))
    return lists.flatMap((got) => rows(got).map((row) => (row.app_setup as { id: string }).id))
  },
  'build/identity': parent,
  'collaborator/identity': parent,
  'release/identity': listed('', 'id'),
  'credit/identity': parent,
  'domain/identity': parent,
  'dyno/identity': parent,
  'formation/identity': parent,
  'inbound-ruleset/identity': parent,
  'invoice/identity': parent,
  'team-invoice/identity': parent,
  'key/identity': parent,
  'log-drain/query_identity': parent,
  'oauth-authorization/identity': parent,
  'oauth-client/identity': parent,
  'oci-image/identity': artifacts,
  'slug/identity': artifacts,
  'sni-endpoint/identity': parent,
  'vpn-connection/identity': parent,
  'review-app/id': everywhere(pipelines('review-apps')),
  'test-run/id': everywhere(pipelines('test-runs')),
  'test-run/identity': everywhere(pipelines('test-runs')),
  'test-run/number': listed('', 'number'),
  'pipeline-promotion/id': (demo) => promotions(demo),
  'pipeline-promotion/identity': (demo) => promotions(demo),
  'telemetry-drain/identity': everywhere(() => [
    '/spaces/orchard-fir/telemetry-drains',
    '/apps/orchard-gateway/telemetry-drains',
  ]),
  'usage-history/resource_id': (demo) => demo.organisation.addons.slice(0, 2).map((addon) => addon.id),
}

/** All addresses that a template such as `/apps/{}/releases/{}` stands for, by its parameters. */
export async function addresses(
  demo: Demo,
  template: string,
  params: readonly string[],
  ask: Asking,
): Promise<readonly string[]> {
  const [head = '', ...tail] = template.split('{}')
  let paths: readonly string[] = [head]
  for (const [i, part] of tail.entries()) {
    const source = SOURCES[params[i] ?? '']
    if (!source) throw new Error(`no source for ${params[i]} of ${template}`)
    const next = await Promise.all(
      paths.map(async (path) => {
        const values = await source(demo, path.replace(/\/$/, ''), ask)
        return values.map((value) => `${path}${encodeURIComponent(value)}${part}`)
      }),
    )
    paths = next.flat()
  }
  return paths
}
