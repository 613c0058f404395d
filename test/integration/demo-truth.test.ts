import { describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import { asking } from './demo-walk.ts'

const now = new Date('2026-11-21T00:00:00Z')

/** Addresses that between them show nearly everything the organisation holds. */
function addresses({ organisation: org }: Demo): readonly string[] {
  const below = (roots: readonly string[], parts: readonly string[]) =>
    roots.flatMap((root) => parts.map((part) => `${root}${part}`))
  return [
    ...'account account/keys oauth/authorizations oauth/clients enterprise-accounts teams apps addons addon-attachments pipelines pipeline-couplings spaces stacks regions dyno-sizes addon-services identity-providers/northquay-okta'
      .split(' ')
      .map((path) => `/${path}`),
    ...below(
      org.teams.map((team) => `/teams/${team.name}`),
      ['/members', '/invitations', '/permissions', '/allowed-addon-services', '/apps', '/usage/monthly'],
    ),
    ...below(
      org.spaces.map((space) => `/spaces/${space.name}`),
      [
        '/nat',
        '/inbound-rulesets',
        '/members',
        '/log-drain',
        '/vpn-connections',
        '/telemetry-drains',
        '/topology',
      ],
    ),
    ...below(
      org.apps.map((app) => `/apps/${app.name}`),
      '/collaborators /config-vars /config-vars-settings /releases /builds /domains /sni-endpoints /log-drains /telemetry-drains /formation /dynos /webhooks /build-metadata'.split(
        ' ',
      ),
    ),
    ...below(
      org.addons.map((addon) => `/addons/${addon.id}`),
      ['/config', '/webhooks', '/sso'],
    ),
    ...org.apps.map((app) => `/client/v11/apps/${app.id}/transfers`),
    ...org.addons.flatMap(({ id }) => [
      `/client/v11/databases/${id}`,
      `/client/v11/databases/${id}/transfer-schedules`,
      `/client/v11/databases/${id}/bastion`,
      `/postgres/v0/databases/${id}/credentials`,
      `/data/postgres/v1/${id}/info`,
      `/data/postgres/v1/${id}/credentials`,
      `/redis/v0/databases/${id}`,
      `/data/kafka/v0/clusters/${id}`,
    ]),
  ]
}

async function everything(demo: Demo): Promise<ReadonlyMap<string, string>> {
  const ask = asking(demo)
  const all = new Map<string, string>()
  const paths = addresses(demo).values()
  const worker = async () => {
    for (const path of paths) {
      const got = await ask(path, path.endsWith('/releases') ? { range: 'version ..; max=1000' } : {})
      const text = `${got.status} ${JSON.stringify(got.body)}`
      all.set(path, text.replaceAll(demo.archiveUrl, 'ARCHIVES'))
    }
  }
  await Promise.all(Array.from({ length: 12 }, worker))
  return all
}

describe('what the box tells', () => {
  it('is the same from two servers with the same options', async () => {
    const [one, two] = [await startDemo({ now, burst: 1e9 }), await startDemo({ now, burst: 1e9 })]
    try {
      const [first, second] = [await everything(one), await everything(two)]
      expect([...first].filter(([path, text]) => second.get(path) !== text)).toEqual([])
      expect(first.size).toBeGreaterThan(900)
    } finally {
      await Promise.all([one.close(), two.close()])
    }
  }, 60_000)

  it('holds a canary wherever Heroku would return a secret, and nothing from the future', async () => {
    const demo = await startDemo({ now, burst: 1e9 })
    try {
      const all = await everything(demo)
      const text = (path: string) => all.get(path) ?? ''
      const db = demo.organisation.addons.find((addon) => addon.app.name === 'freight-api')?.id
      const places: readonly (readonly [path: string, pattern: RegExp])[] = [
        ['/account', /"sms_number":"[^"]*CANARY/],
        ['/oauth/authorizations', /"token":"HRKU-CANARY/],
        ['/oauth/authorizations', /"code":"CANARY/],
        ['/oauth/clients', /"secret":"CANARY/],
        ['/addon-attachments', /"log_input_url":"[^"]*CANARY/],
        ['/apps/freight-api/config-vars', /"DATABASE_URL":"postgres:[^"]*CANARY/],
        ['/apps/freight-api/config-vars', /"JWT_SIGNING_SECRET":"CANARY/],
        ['/apps/booking-portal/config-vars-settings', /"value":"CANARY/],
        [`/addons/${db}/config`, /"value":"postgres:[^"]*CANARY/],
        [`/addons/${db}/sso`, /"token":"CANARY/],
        ['/apps/freight-api/log-drains', /"token":"d\.CANARY/],
        ['/apps/fleet-telemetry/log-drains', /"url":"https:\/\/northquay:CANARY/],
        ['/apps/fleet-telemetry/log-drains', /api-key=CANARY/],
        ['/spaces/patient-shield/log-drain', /shield:CANARY/],
        ['/apps/orchard-gateway/telemetry-drains', /"x-otlp-key":"CANARY/],
        ['/spaces/harbour-frankfurt/vpn-connections', /"pre_shared_key":"CANARY/],
        ['/apps/freight-api-staging/builds', /"source_blob":\{[^}]*"url":"[^"]*CANARY/],
        ['/apps/freight-api-staging/builds', /"output_stream_url":"[^"]*CANARY/],
        ['/apps/legacy-manifest/releases', /"output_stream_url":"[^"]*CANARY/],
        ['/apps/booking-portal/dynos', /"attach_url":"[^"]*CANARY/],
        ['/apps/freight-api/build-metadata', /"cache_put_url":"[^"]*CANARY/],
        [`/client/v11/databases/${db}`, /"resource_url":"[^"]*CANARY/],
        [`/client/v11/databases/${db}`, /"database_password":"CANARY/],
        [`/client/v11/databases/${db}/bastion`, /CANARY/],
        [`/client/v11/databases/${db}/transfer-schedules`, /"callback_url":"[^"]*CANARY/],
        [`/postgres/v0/databases/${db}/credentials`, /"password":"CANARY/],
        [`/client/v11/apps/${demo.organisation.apps[0]?.id}/transfers`, /"from_url":"[^"]*CANARY/],
        [`/client/v11/apps/${demo.organisation.apps[0]?.id}/transfers`, /"to_url":"[^"]*CANARY/],
      ]
      expect(places.filter(([path, pattern]) => !pattern.test(text(path)))).toEqual([])
      expect(
        [...all.values()].some((t) => /"webhooks?".*CANARY|"url":"https:\/\/hooks[^"]*CANARY/.test(t)),
      ).toBe(true)
      const archives = await asking(demo)('/enterprise-accounts/northquay/archives')
      expect(JSON.stringify(archives.body)).toContain('Signature=CANARY')
      const late = [...all].flatMap(([path, t]) =>
        [...t.matchAll(/"(?:created_at|released_at|value_updated_at)":"([^"]+)"/g)]
          .filter(([, at]) => Date.parse(at ?? '') > now.getTime())
          .map(([match]) => `${path} ${match}`),
      )
      expect(late).toEqual([])
    } finally {
      await demo.close()
    }
  }, 60_000)
})
