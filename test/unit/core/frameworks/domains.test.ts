import { describe, expect, it } from 'vitest'
import { domainsOf } from '../../../../electron/core/frameworks/domains.ts'
import { frameworks } from '../../../../electron/core/frameworks/index.ts'
import type { Control, Framework } from '../../../../shared/model/framework.ts'

const control = (id: string, parent: string | null, kind = 'group'): Control => ({
  id,
  parent,
  kind,
  title: id,
})

const framework = (controls: readonly Control[]) =>
  ({ requirementKinds: ['control'], controls }) as unknown as Framework

const told = (controls: readonly Control[]) =>
  domainsOf(framework(controls)).map(({ id, requirements }) => [id, [...requirements]])

describe('domains of a framework', () => {
  it('are its top groups, and their groups where there are several', () => {
    const controls = [
      control('A', null),
      control('A1', 'A'),
      control('A1.1', 'A1', 'control'),
      control('A2', 'A'),
      control('A2.1', 'A2', 'control'),
      control('A.x', 'A', 'control'),
      control('B', null),
      control('B1', 'B', 'control'),
      control('B1.1', 'B1', 'control'),
    ]
    expect(told(controls)).toEqual([
      ['A', ['A.x']],
      ['A1', ['A1.1']],
      ['A2', ['A2.1']],
      ['B', ['B1', 'B1.1']],
    ])
  })

  it('leave out groups without requirements, and take a list without groups as it is', () => {
    expect(told([control('A', null), control('B', null), control('B1', 'B', 'control')])).toEqual([
      ['B', ['B1']],
    ])
    expect(told([control('1', null, 'control'), control('2', 'gone', 'control')])).toEqual([
      ['1', ['1']],
      ['2', ['2']],
    ])
  })

  it('of every shipped framework hold each requirement once', () => {
    for (const one of frameworks()) {
      const kinds = new Set(one.requirementKinds)
      const requirements = one.controls.filter(({ kind }) => kinds.has(kind)).map(({ id }) => id)
      const placed = domainsOf(one).flatMap((domain) => [...domain.requirements])
      expect(placed.toSorted(), one.id).toEqual(requirements.toSorted())
    }
    const soc2 = frameworks().find(({ id }) => id === 'soc2-2017') as Framework
    expect(domainsOf(soc2).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['CC1', 'CC6', 'CC9', 'A1', 'C1', 'PI1', 'P1']),
    )
  })
})
