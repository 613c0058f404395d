import { describe, expect, it } from 'vitest'
import { buildsOf } from '../../../electron/demo/builds.ts'
import { historyOf, stagingOf } from '../../../electron/demo/history.ts'
import { HOSTILE_TEXTS } from '../../../electron/demo/hostile.ts'
import { demoOptions } from '../../../electron/demo/options.ts'
import { makeOrganisation, type Organisation } from '../../../electron/demo/organisation.ts'

const now = new Date('2026-11-21T00:00:00Z')
const org = makeOrganisation(demoOptions({ now }))
const appNamed = (of: Organisation, name: string) => {
  const app = of.find.app.get(name)
  if (!app) throw new Error(`no app ${name}`)
  return app
}

describe('the organisation', () => {
  it('is the same for the same options, and another for another seed', () => {
    const again = makeOrganisation(demoOptions({ now }))
    expect(JSON.stringify(again.people)).toBe(JSON.stringify(org.people))
    expect(again.apps.map((app) => app.id)).toEqual(org.apps.map((app) => app.id))
    expect(again.addons.map((addon) => addon.name)).toEqual(org.addons.map((addon) => addon.name))
    const other = makeOrganisation(demoOptions({ now, seed: 'other' }))
    expect(other.apps[0]?.id).not.toBe(org.apps[0]?.id)
  })

  it.each([
    [1, 1],
    [5, 3],
    [40, 30],
    [400, 100],
  ])('%i apps and %i people are as many as asked for, with names of their own', (apps, people) => {
    const sized = makeOrganisation(demoOptions({ now, apps, people }))
    expect(sized.apps).toHaveLength(apps)
    expect(sized.people).toHaveLength(people)
    expect(new Set(sized.apps.map((app) => app.name)).size).toBe(apps)
    expect(new Set(sized.people.map((person) => person.email)).size).toBe(people)
    for (const app of sized.apps) expect(app.name).toMatch(/^[a-z][a-z0-9-]{1,28}[a-z0-9]$/)
  })

  it('has add-ons of every data service and several partners, with names of their own', () => {
    const services = new Set(org.addons.map((addon) => addon.service.name))
    for (const name of ['heroku-postgresql', 'heroku-redis', 'heroku-kafka', 'herokuconnect', 'papertrail']) {
      expect(services).toContain(name)
    }
    const tiers = new Set(org.addons.map((addon) => addon.plan.name.split(/[:-]/).at(2)))
    for (const tier of ['essential', 'standard', 'premium', 'private', 'shield', 'advanced']) {
      expect(tiers).toContain(tier)
    }
    expect(new Set(org.addons.map((addon) => addon.name)).size).toBe(org.addons.length)
  })

  it('no text holds a lone surrogate, and all of them survive JSON', () => {
    for (const text of HOSTILE_TEXTS) {
      expect(text.isWellFormed()).toBe(true)
      expect(JSON.parse(JSON.stringify(text))).toBe(text)
    }
  })
})

describe('the history of an app', () => {
  it('numbers releases one by one, in order of time, and one of them runs', () => {
    for (const app of org.apps.filter((candidate) => !candidate.traits.releases?.gap)) {
      const { releases } = historyOf(org, app)
      expect(releases.map((release) => release.version)).toEqual(releases.map((_, i) => i + 1))
      const times = releases.map((release) => Date.parse(release.createdAt))
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      expect(times.at(-1)).toBeLessThanOrEqual(now.getTime())
      expect(releases.filter((release) => release.current)).toHaveLength(1)
    }
  })

  it('the one app with a gap lacks exactly one number', () => {
    const versions = historyOf(org, appNamed(org, 'rates-engine')).releases.map((release) => release.version)
    expect(versions).toHaveLength(1250)
    expect(versions.at(-1)).toBe(1251)
  })

  it('what is promoted ran in staging before', () => {
    const app = appNamed(org, 'freight-api')
    const staging = stagingOf(org, app)
    if (!staging) throw new Error('no staging app')
    const before = new Map(
      historyOf(org, staging)
        .releases.filter((release) => release.build !== null)
        .map((release) => [release.artifact?.id, Date.parse(release.createdAt)]),
    )
    const promoted = historyOf(org, app).releases.filter((r) => r.description.startsWith('Promote '))
    expect(promoted.length).toBeGreaterThan(5)
    for (const release of promoted) {
      expect(before.get(release.artifact?.id)).toBeLessThan(Date.parse(release.createdAt))
    }
    expect(buildsOf(org, app)).toEqual([])
  })

  it('a description of 40,000 characters and every hostile text are in there', () => {
    const texts = historyOf(org, appNamed(org, 'booking-portal')).releases.map(
      (release) => release.description,
    )
    expect(Math.max(...texts.map((text) => text.length))).toBe(40_000)
    expect(HOSTILE_TEXTS.filter((text) => texts.includes(text)).length).toBeGreaterThan(3)
  })
})
