import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import { dataLinks, endpointPaths, haveSchemas, platformLinks } from './demo-schema.ts'
import { addresses, asking, type Got, rows } from './demo-walk.ts'

/** GETs that answer nothing for this organisation, on purpose: nobody pays by card here. */
const ALWAYS_OFF = ['/account/payment-method']

/** Fields that the demo sends although the schema has no name for them: seen in Heroku's own client code. */
const BESIDE_SCHEMA: readonly string[] = []

describe.skipIf(!haveSchemas)(
  'answers of the Heroku in the box against the published schemas',
  { timeout: 120_000 },
  () => {
    let demo: Demo
    let links: ReturnType<typeof platformLinks>

    beforeAll(async () => {
      links = platformLinks()
      demo = await startDemo({ burst: 1e9, events: 500 })
    })
    afterAll(() => demo.close())

    const complaint = (got: Got, errors: unknown) => `${got.path}: ${JSON.stringify(errors)?.slice(0, 300)}`

    it('every Platform GET answers, and as its schema says', async () => {
      const ask = asking(demo)
      const wrong: string[] = []
      const silent: string[] = []
      for (const link of links) {
        const paths = await addresses(demo, link.template, link.params, ask)
        const answers = await Promise.all(paths.map((path) => ask(path)))
        const good = answers.filter((got) => got.status === 200 || got.status === 206)
        const odd = answers.filter((got) => ![200, 206, 403, 404].includes(got.status))
        wrong.push(...odd.map((got) => complaint(got, got.status)))
        if (good.length === 0) silent.push(link.template)
        for (const got of good) {
          if (!link.check(got.body)) wrong.push(complaint(got, link.check.errors))
          wrong.push(
            ...unknownFields(got, link.fields).map((field) => `${link.template}: unknown field ${field}`),
          )
        }
      }
      expect([...new Set(wrong)].slice(0, 20)).toEqual([])
      expect(silent).toEqual(ALWAYS_OFF)
    })

    it('a wrong answer is noticed', async () => {
      const ask = asking(demo)
      const link = links.find((candidate) => candidate.template === '/apps')
      const [first] = rows(await ask('/apps'))
      expect(link?.check([first])).toBe(true)
      expect(link?.check([{ ...first, id: 'not a uuid' }])).toBe(false)
      expect(link?.check([{ ...first, stack: { id: 7 } }])).toBe(false)
      expect(link?.check({})).toBe(false)
    })

    it('every endpoint that the collector may read is answered for somebody', async () => {
      const ask = asking(demo)
      const { teams, spaces, apps, addons, pipelines, catalog, enterprise } = demo.organisation
      const idsOf = (things: readonly { readonly id: string }[]) => things.map((thing) => thing.id)
      const values: Record<string, readonly string[]> = {
        team: idsOf(teams),
        space: idsOf(spaces),
        app: idsOf(apps),
        pipeline: idsOf(pipelines),
        addon: idsOf(addons),
        plan: idsOf(catalog.plans),
        addon_service: idsOf(catalog.services),
        enterprise: [enterprise.id],
        identity_provider: ['northquay-okta'],
        year: [String(demo.organisation.options.now.getUTCFullYear())],
        month: ['01', '10'],
        slug: await valuesFrom(ask, 'slug', '/apps/freight-api/releases'),
        oci_image: await valuesFrom(ask, 'oci_image', '/apps/orchard-gateway/releases'),
      }
      const silent: string[] = []
      for (const path of endpointPaths()) {
        const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) =>
          (match[1] ?? '').replace(/_(id|name)$/, ''),
        )
        let paths = [path]
        for (const name of names) {
          paths = paths.flatMap((p) => (values[name] ?? []).map((value) => p.replace(/\{\w+\}/, value)))
        }
        const answers = await Promise.all(paths.map((p) => ask(p)))
        if (!answers.some((got) => got.status === 200 || got.status === 206)) silent.push(path)
      }
      expect(silent).toEqual([])
    })

    async function valuesFrom(ask: ReturnType<typeof asking>, field: string, path: string) {
      const refs = rows(await ask(path)).map((release) => release[field] as { id: string } | null)
      return refs.flatMap((ref) => (ref ? [ref.id] : [])).slice(0, 1)
    }

    it('every Data API GET that answers, answers as its schema says', async () => {
      const ask = asking(demo)
      const { addons, apps } = demo.organisation
      const wrong: string[] = []
      const answered = new Set<string>()
      for (const link of dataLinks()) {
        if (!/^\/(client|data|postgres|redis|private-link)\//.test(link.template)) continue
        const [head = '', ...tail] = link.template.split('{}')
        if (tail.length !== 1) continue
        const keys = /\/apps\/$/.test(head) ? apps.map((app) => app.id) : addons.map((addon) => addon.id)
        const answers = await Promise.all(
          keys.map((key) => ask(`${head}${key}${tail[0]}`.replace(/\/\?$/, ''))),
        )
        for (const got of answers.filter((a) => a.status === 200)) {
          answered.add(link.template)
          if (!link.check(got.body)) wrong.push(complaint(got, link.check.errors))
        }
      }
      expect(wrong.slice(0, 20)).toEqual([])
      expect(answered.size).toBeGreaterThan(35)
    })

    function unknownFields(got: Got, known: ReadonlySet<string>): readonly string[] {
      if (known.size === 0) return []
      const first = Array.isArray(got.body) ? rows(got)[0] : got.body
      return Object.keys(first ?? {}).filter((field) => !known.has(field) && !BESIDE_SCHEMA.includes(field))
    }
  },
)
