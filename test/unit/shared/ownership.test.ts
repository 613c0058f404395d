import { describe, expect, it } from 'vitest'
import { frameworks } from '../../../electron/core/frameworks/index.ts'
import { INHERITED } from '../../../shared/model/inherited.ts'
import { ownershipOf } from '../../../shared/model/ownership.ts'

const CONTROLS = frameworks().flatMap((framework) => {
  const topics = Map.groupBy(framework.topics, ({ control }) => control)
  return framework.controls.flatMap((control) => {
    const own = (topics.get(control.id) ?? []).map(({ topic }) => topic)
    return control.owner ? [{ name: `${framework.id}:${control.id}`, owner: control.owner, topics: own }] : []
  })
})

describe('who sees to a control', () => {
  it('is told with its source for every shipped control that something speaks to', () => {
    expect(CONTROLS.length).toBeGreaterThan(400)
    for (const { name, owner, topics } of CONTROLS) {
      const { documents, own } = ownershipOf(owner, topics)
      const found = documents.length === 0 ? 'customer' : own.length === 0 ? 'inherited' : 'shared'
      expect([name, owner]).toEqual([name, found])
    }
  })

  it('comes with the statements around the same evidence, and none where the customer is alone', () => {
    const told = (owner: 'shared' | 'customer') =>
      ownershipOf(owner, ['vendor-subprocessors', 'vendor-sparc']).inherited.map(({ id }) => id)
    expect(told('shared')).toContain('sub-processor-agreements')
    expect(told('shared')).not.toContain('passwords-not-logged')
    expect(told('customer')).toEqual([])
    for (const { cites, duty } of INHERITED) {
      expect(cites.length).toBeGreaterThan(0)
      expect(duty).not.toBe('')
    }
  })
})
