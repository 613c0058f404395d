import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CHECKS } from '../electron/core/checks/index.ts'
import {
  FrameworkFile,
  fileOf as framework,
  frameworkFile,
  frameworks,
} from '../electron/core/frameworks/index.ts'
import { FRAMEWORK_IDS, type ShippedFrameworkId } from '../shared/model/engagement.ts'
import type { Control, Framework } from '../shared/model/framework.ts'
import { TOPICS } from '../shared/model/topic.ts'

const TABLES = new URL('../../shared/compliance/', import.meta.url)

/** Ids from a control up to its top; throws where a parent is missing or comes back. */
function pathUp(controls: ReadonlyMap<string, Control>, id: string): readonly string[] {
  const path: string[] = []
  for (let at: string | null = id; at !== null; at = controls.get(at)?.parent ?? null) {
    if (!controls.has(at)) throw new Error(`${id} has no ancestor ${at}`)
    if (path.includes(at)) throw new Error(`${id} is its own ancestor`)
    path.push(at)
  }
  return path
}

const under = (all: Framework, top: string) => {
  const controls = new Map(all.controls.map((control) => [control.id, control]))
  return all.controls.filter((control) => control.id !== top && pathUp(controls, control.id).includes(top))
}
const ofKind = (controls: readonly Control[], ...kinds: readonly string[]) =>
  controls.filter((control) => kinds.includes(control.kind)).length

describe.each(FRAMEWORK_IDS)('the framework file %s', (id) => {
  const file = framework(id)
  const ids = new Set(file.controls.map((control) => control.id))

  it('is the one it is named after, and is read by the app', () => {
    expect(file.id).toBe(id)
    const { controls: _, topics: _topics, checks: _checks, ...head } = file
    expect(frameworks().find((one) => one.id === id)).toMatchObject(head)
  })

  it('keeps the schema, which the app trusts', () => {
    const told = JSON.parse(readFileSync(frameworkFile(id), 'utf8'))
    expect(FrameworkFile.parse(told)).toEqual(told)
    expect(FrameworkFile.safeParse({ ...told, more: 1 }).success).toBe(false)
  })

  it('has unique ids, parents that exist and come first, and no cycle', () => {
    expect(ids.size).toBe(file.controls.length)
    const controls = new Map(file.controls.map((control) => [control.id, control]))
    const place = new Map(file.controls.map((control, index) => [control.id, index]))
    for (const control of file.controls) {
      expect(pathUp(controls, control.id).length).toBeGreaterThan(0)
      if (control.parent) expect(place.get(control.parent)).toBeLessThan(place.get(control.id) ?? -1)
    }
  })

  it('keeps to the published totals and counts only kinds that it has', () => {
    for (const [kind, total] of Object.entries(file.published))
      expect([kind, ofKind(file.controls, kind)]).toEqual([kind, total])
    for (const kind of file.requirementKinds) expect(ofKind(file.controls, kind)).toBeGreaterThan(0)
    expect(frameworks().filter((one) => one.id === id)).toHaveLength(1)
  })

  it('maps topics and checks to requirements that exist, once each', () => {
    const counted = new Set(
      file.controls.filter((c) => file.requirementKinds.includes(c.kind)).map((c) => c.id),
    )
    const whole = frameworks().find((one) => one.id === id) ?? file
    const mapped = [...whole.topics, ...whole.checks].map(({ control }) => control)
    expect(mapped.length).toBeGreaterThan(10)
    expect(mapped.filter((control) => !counted.has(control))).toEqual([])
    const topics = whole.topics.map(({ topic, control }) => `${topic} ${control}`)
    const checks = whole.checks.map(({ check, control }) => `${check} ${control}`)
    expect(new Set([...topics, ...checks]).size).toBe(topics.length + checks.length)
  })

  it('knows every check that it maps', () => {
    const known = new Set(CHECKS.map((check) => check.id))
    expect(file.checks.filter(({ check }) => !known.has(check))).toEqual([])
  })

  it('holds ids, short names and rationales, no text of the standard', () => {
    expect(file.source).toMatch(/copyright|public law/)
    for (const control of file.controls) expect(control.title.length).toBeLessThanOrEqual(125)
    for (const { rationale } of file.topics) expect(rationale).toMatch(/^\S.{10,400}$/)
  })
})

describe.each(FRAMEWORK_IDS)('the controls of %s as the app shows them', (id) => {
  const whole = frameworks().find((one) => one.id === id) ?? framework(id)
  const spoken = new Set(whole.topics.map(({ control }) => control))

  it('say in our words what they ask, and who sees to them, wherever evidence can speak', () => {
    for (const { id: control, says = '', owner } of whole.controls.filter((one) => spoken.has(one.id))) {
      expect([control, says]).toEqual([control, expect.stringMatching(/^[A-Z].{20,160}\.$/)])
      expect([control, ['inherited', 'shared', 'customer'].includes(owner ?? '')]).toEqual([control, true])
    }
  })

  it('give no owner to a control that nothing speaks to', () => {
    const silent = whole.controls.filter((one) => !spoken.has(one.id))
    expect(silent.length).toBeGreaterThan(0)
    expect(silent.filter(({ owner }) => owner !== undefined)).toEqual([])
  })
})

describe('a framework that takes its mappings from another', () => {
  const whole = (id: string) => frameworks().find((one) => one.id === id) ?? framework('hds-2.0')
  const topicsOf = (id: string, control: string) =>
    whole(id)
      .topics.filter((one) => one.control === control)
      .map(({ topic }) => topic)

  it('CCM 4.1 has those of each forerunner in 4.0, and none of the id that has no successor', () => {
    expect(topicsOf('csa-ccm-4.1.0', 'IAM-13')).toEqual(topicsOf('csa-ccm-4.0.13', 'IAM-14'))
    expect(topicsOf('csa-ccm-4.1.0', 'I&S-03')).toEqual(topicsOf('csa-ccm-4.0.13', 'IVS-03'))
    const rows = framework('csa-ccm-4.1.0').through?.rows ?? []
    expect(rows).toHaveLength(197)
    expect(rows.filter(({ to }) => to === null).map(({ from }) => from)).toEqual(['IAM-12'])
  })

  it('each question of the CAIQ has those of its control', () => {
    for (const [caiq, ccm] of [
      ['csa-caiq-4.0.3', 'csa-ccm-4.0.13'],
      ['csa-caiq-4.1.0', 'csa-ccm-4.1.0'],
    ] as const)
      for (const { id, parent, kind } of whole(caiq).controls.filter((one) => one.kind === 'question'))
        expect([id, kind, topicsOf(caiq, id)]).toEqual([id, kind, topicsOf(ccm, parent ?? '')])
  })

  it('every translated id exists on both sides, each successor once', () => {
    const rows = framework('csa-ccm-4.1.0').through?.rows ?? []
    const ids = (id: 'csa-ccm-4.0.13' | 'csa-ccm-4.1.0') => new Set(framework(id).controls.map((c) => c.id))
    expect(rows.filter(({ from }) => !ids('csa-ccm-4.0.13').has(from))).toEqual([])
    const successors = rows.flatMap(({ to }) => to ?? [])
    expect(successors.filter((to) => !ids('csa-ccm-4.1.0').has(to))).toEqual([])
    expect(new Set(successors).size).toBe(successors.length)
  })
})

describe('the published totals', () => {
  it('CCM has 197 controls in 4.0.13 and 207 in 4.1.0, each in 17 domains', () => {
    const counts = (['csa-ccm-4.0.13', 'csa-ccm-4.1.0'] as const).map((id) => [
      ofKind(framework(id).controls, 'control'),
      ofKind(framework(id).controls, 'domain'),
    ])
    expect(counts).toEqual([
      [197, 17],
      [207, 17],
    ])
  })

  it('CAIQ has 261 questions in 4.0.3 and 283 in 4.1.0', () => {
    expect(ofKind(framework('csa-caiq-4.0.3').controls, 'question')).toBe(261)
    expect(ofKind(framework('csa-caiq-4.1.0').controls, 'question')).toBe(283)
  })

  it('ISO/IEC 27017 adds 7 controls, 27018 adds 25, HDS has 31 requirements', () => {
    expect(ofKind(framework('iso27017-2015').controls, 'control')).toBe(7)
    expect(ofKind(framework('iso27018-2019').controls, 'control')).toBe(25)
    expect(ofKind(framework('hds-2.0').controls, 'requirement')).toBe(31)
  })

  it('ISO/IEC 27001:2022 has 93 controls in four themes, and 34 subclauses in 7 clauses', () => {
    const iso = framework('iso27001-2022')
    const themes = ['A.5', 'A.6', 'A.7', 'A.8'].map((theme) => ofKind(under(iso, theme), 'control'))
    expect(themes).toEqual([37, 8, 14, 34])
    expect(ofKind(under(iso, 'clauses'), 'clause')).toBe(7)
    expect(ofKind(under(iso, 'clauses'), 'subclause')).toBe(34)
  })

  it('SOC 2 has 61 criteria, 33 of them common', () => {
    const soc = framework('soc2-2017')
    const perCategory = ['CC', 'A1', 'C1', 'PI1', 'P'].map((top) => ofKind(under(soc, top), 'criterion'))
    expect(perCategory).toEqual([33, 3, 2, 5, 18])
  })

  it('PCI DSS 4.0.1 has 12 requirements with 63 sections and 250 ids, and 8 with 30 in A1 to A3', () => {
    const pci = framework('pci-dss-4.0.1')
    const twelve = Array.from({ length: 12 }, (_, index) => under(pci, String(index + 1))).flat()
    const appendix = ['A1', 'A2', 'A3'].flatMap((top) => under(pci, top))
    const counts = [twelve, appendix].map((part) => [
      ofKind(part, 'section'),
      ofKind(part, 'defined-approach'),
    ])
    expect(counts).toEqual([
      [63, 250],
      [8, 30],
    ])
    expect(ofKind(pci.controls, 'defined-approach')).toBe(280)
  })

  it('HIPAA has the 18 standards and 36 implementation specifications of Appendix A to Subpart C', () => {
    const hipaa = framework('hipaa')
    const matrix = ['164.308', '164.310', '164.312'].flatMap((section) => under(hipaa, section))
    expect(ofKind(matrix, 'standard')).toBe(18)
    expect([ofKind(matrix, 'spec-R'), ofKind(matrix, 'spec-A')]).toEqual([14, 22])
    const rule = under(hipaa, '164-SubpartC')
    expect([ofKind(rule, 'standard'), ofKind(rule, 'spec-R', 'spec-A')]).toEqual([22, 46])
  })
})

describe('the frameworks together', () => {
  it('map every topic and every check at least once', () => {
    const topics = new Set(frameworks().flatMap((one) => one.topics.map(({ topic }) => topic)))
    const checks = new Set(frameworks().flatMap((one) => one.checks.map(({ check }) => check)))
    expect(TOPICS.filter((topic) => !topics.has(topic))).toEqual([])
    expect(CHECKS.filter((check) => !checks.has(check.id)).map((check) => check.id)).toEqual([])
  })
})

function table(file: string): readonly (readonly string[])[] {
  const [, ...lines] = readFileSync(new URL(file, TABLES), 'utf8').trimEnd().split('\n')
  return lines.map((line) => line.split('\t'))
}

describe.skipIf(!existsSync(TABLES))('compared with the tables in ../shared/compliance', () => {
  const tables: readonly (readonly [ShippedFrameworkId, string, string, string])[] = [
    ['iso27001-2022', 'iso27001-2022', 'ISO 27001:2022', 'ISO'],
    ['soc2-2017', 'soc2-tsc-2017-rev2022', 'SOC 2', 'SOC2'],
    ['pci-dss-4.0.1', 'pci-dss-4.0.1', 'PCI DSS 4.0.1', 'PCI'],
    ['hipaa', 'hipaa-45cfr164', 'HIPAA', 'HIPAA'],
    ['csa-ccm-4.0.13', 'csa-ccm-4.0.13', 'CCM 4.0', 'CCM'],
  ]

  it.each(tables)('%s has the same ids, titles, kinds and rationales', (id, ids, name, prefix) => {
    const file = framework(id)
    expect(file.controls.map((c) => [c.id, c.parent ?? '', c.title, c.kind])).toEqual(table(`ids/${ids}.tsv`))
    expect(file.topics.map((t) => [t.topic, name, t.control, t.rationale])).toEqual(
      table('crosswalk.tsv')
        .filter(([, of]) => of === name)
        .map((row) => row.slice(0, 4)),
    )
    const shipped = new Set(CHECKS.map((check) => check.id))
    const expected = table('checks.tsv')
      .filter(([check = '']) => shipped.has(check))
      .flatMap((row) => (row[6] ?? '').split(';').map((control) => `${row[0]} ${control}`))
      .filter((line) => line.includes(` ${prefix}:`))
    expect(file.checks.map(({ check, control }) => `${check} ${prefix}:${control}`)).toEqual(expected)
  })

  it('all 827 rows of the crosswalk are shipped', () => {
    const rows = tables.map(([id]) => framework(id).topics.length)
    expect(rows.reduce((sum, count) => sum + count, 0)).toBe(827)
    expect(table('crosswalk.tsv')).toHaveLength(827)
  })

  const catalogs: readonly (readonly [ShippedFrameworkId, string])[] = [
    ['iso27017-2015', 'iso27017-2015-cld'],
    ['iso27018-2019', 'iso27018-2019-annexA'],
    ['csa-ccm-4.1.0', 'csa-ccm-4.1.0'],
    ['csa-caiq-4.1.0', 'csa-caiq-4.1.0'],
    ['csa-caiq-4.0.3', 'csa-caiq-4.0.3'],
    ['hds-2.0', 'hds-2.0'],
  ]

  it.each(catalogs)('%s has the same ids, titles and kinds', (id, ids) => {
    const rows = framework(id).controls.map((c) => [c.id, c.parent ?? '', c.title, c.kind])
    expect(rows).toEqual(table(`ids/${ids}.tsv`).map((row) => row.slice(0, 4)))
  })

  it('the topics are those of the crosswalk, in its order', () => {
    expect([...new Set(table('crosswalk.tsv').map(([topic]) => topic))]).toEqual([...TOPICS])
  })

  it('every check has the title and severity of its table row, and needs only known topics', () => {
    const rows = new Map(table('checks.tsv').map((row) => [row[0], row]))
    for (const { id, title, severity, needs } of CHECKS) {
      const row = rows.get(id) ?? []
      expect([id, title, severity]).toEqual([row[0], row[1], row[5]])
      expect(needs.filter((topic) => !TOPICS.includes(topic))).toEqual([])
    }
  })
})
