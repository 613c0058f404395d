import { describe, expect, it } from 'vitest'
import { fieldChanges } from '../../../shared/model/field-changes.ts'

const told = (before: never, after: never) =>
  fieldChanges(before, after).map(({ field, kind, before, after }) => [field, kind, before, after])

describe('what differs between two contents', () => {
  it('is told field by field, however deep', () => {
    const before = { stack: 'heroku-22', team: { id: 't', name: 'core' }, gone: 1, same: [1] } as never
    const after = { stack: 'heroku-24', team: { id: 't', name: 'data' }, here: null, same: [1] } as never
    expect(told(before, after)).toEqual([
      ['stack', 'changed', 'heroku-22', 'heroku-24'],
      ['team.name', 'changed', 'core', 'data'],
      ['gone', 'removed', 1, null],
      ['here', 'added', null, null],
    ])
    expect(fieldChanges(before, before)).toEqual([])
  })

  it('of plain lists is what came and went, not their order, and every copy counts', () => {
    const before = { permissions: ['view', 'deploy', 'view'] } as never
    expect(told(before, { permissions: ['deploy', 'manage', 'view'] } as never)).toEqual([
      ['permissions', 'removed', 'view', null],
      ['permissions', 'added', null, 'manage'],
    ])
    expect(told(before, { permissions: ['view', 'view', 'deploy'] } as never)).toEqual([])
  })

  it('of lists of things goes by what tells them apart, else by position', () => {
    const people = (list: readonly [string, string][]) =>
      ({ users: list.map(([email, role]) => ({ email, role })) }) as never
    const before = people([
      ['ana@x.example', 'admin'],
      ['ben@x.example', 'member'],
    ])
    const after = people([
      ['cyd@x.example', 'member'],
      ['ana@x.example', 'member'],
    ])
    expect(told(before, after)).toEqual([
      ['users[ben@x.example]', 'removed', { email: 'ben@x.example', role: 'member' }, null],
      ['users[cyd@x.example]', 'added', null, { email: 'cyd@x.example', role: 'member' }],
      ['users[ana@x.example].role', 'changed', 'admin', 'member'],
    ])
    const unnamed = { rules: [{ from: 1 }, { from: 2 }] } as never
    expect(told(unnamed, { rules: [{ from: 1 }, { from: 3 }] } as never)).toEqual([
      ['rules[1].from', 'changed', 2, 3],
    ])
  })

  it('of kind against kind is a change of the whole', () => {
    expect(told({ a: null } as never, { a: { b: 1 } } as never)).toEqual([['a', 'changed', null, { b: 1 }]])
    expect(told('x' as never, ['x'] as never)).toEqual([['', 'changed', 'x', ['x']]])
  })
})
