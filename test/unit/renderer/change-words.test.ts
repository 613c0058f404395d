import { expect, it } from 'vitest'
import { countsOf, inOneLine } from '../../../renderer/views/changes/change-words.ts'
import type { Comparison } from '../../../shared/model/changes.ts'

it('tells changed fields in one line', () => {
  const fields = [
    { field: 'stack', kind: 'changed', before: 'heroku-22', after: 'heroku-24' },
    { field: 'permissions', kind: 'added', before: null, after: 'deploy' },
    { field: 'users[1]', kind: 'removed', before: { id: '1', email: 'ana@x.example' }, after: null },
    { field: 'acm', kind: 'changed', before: true, after: null },
    { field: '', kind: 'changed', before: [], after: { deep: 1 } },
  ] as const
  expect(inOneLine({ fields })).toBe(
    'stack: heroku-22 → heroku-24; permissions: +deploy; users[1]: −ana@x.example; acm: yes → –; content: none → …',
  )
})

it('counts kinds over all topics or of one', () => {
  const none = { compared: true, removed: 0, 'first-read': 0, 'not-read': 0, unchanged: 9, noise: 2 }
  const topics = [
    { topic: 'releases', added: 2, changed: 1, ...none },
    { topic: 'app-lock', added: 1, changed: 0, ...none },
  ] as const
  const told = { topics } as unknown as Comparison
  expect(countsOf(told, null)).toMatchObject({ added: 3, changed: 1, removed: 0 })
  expect(countsOf(told, 'app-lock')).toMatchObject({ added: 1, changed: 0 })
})
