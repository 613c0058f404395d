import { describe, expect, it } from 'vitest'
import { accessDigest, accessRows, stillThere } from '../../../../electron/core/testing/access.ts'
import type { AccessRow } from '../../../../shared/contract-testing.ts'
import type { AccessContent, TeamMemberContent } from '../../../../shared/model/content.ts'
import { item, viewOf } from '../../../fakes/evidence.ts'

const AT = '2026-01-01T00:00:00Z'
const member = (email: string, team: string): TeamMemberContent => ({
  id: `${team}/${email}`,
  team,
  email,
  user_id: null,
  role: 'admin',
  federated: false,
  created_at: AT,
  updated_at: AT,
})
const collaborator = (email: string, permissions: readonly string[]): AccessContent => ({
  of: 'collaborator',
  id: email,
  app: { id: 'a1', name: 'shop' },
  user: { id: null, email, federated: null },
  role: null,
  permissions,
  created_at: AT,
})
const rows = (access: readonly AccessContent[]) =>
  accessRows(
    viewOf({
      items: [
        item('team-members-roles', 'ana', member('ana@acme.example', 'core')),
        ...access.map((one, n) => item('app-collaborators-permissions', String(n), one)),
      ],
    }).items,
  )

describe('the population of people and rights', () => {
  it('has a row for each person in each place, in a stable order', () => {
    const found = rows([
      collaborator('ben@acme.example', ['view', 'deploy']),
      { of: 'team-preferences', team: 'core', default_permission: null },
    ])
    expect(found.map(({ person, where, right }) => [person, where, right])).toEqual([
      ['ana@acme.example', 'team core', 'admin'],
      ['ben@acme.example', 'app shop', 'deploy, view'],
    ])
  })

  it('has a digest that any change of a right changes', () => {
    const before = accessDigest(rows([collaborator('ben@acme.example', ['view'])]))
    expect(accessDigest(rows([collaborator('ben@acme.example', ['view'])]))).toBe(before)
    expect(accessDigest(rows([collaborator('ben@acme.example', ['deploy'])]))).not.toBe(before)
  })
})

describe('a decision, looked for later', () => {
  const decided = (decision: 'keep' | 'revoke' | 'change', right = 'view') => ({
    decision,
    person: 'Ben@acme.example',
    where: 'app shop',
    right,
    text: '',
    by: 'Ana',
  })
  const later: readonly AccessRow[] = rows([collaborator('ben@acme.example', ['view'])])

  it('to revoke is carried out when the person has nothing left there', () => {
    expect(stillThere(decided('revoke', 'deploy'), later)).toBe(true)
    expect(stillThere(decided('revoke'), rows([]))).toBe(false)
  })

  it('to change is carried out when the right is another one', () => {
    expect(stillThere(decided('change'), later)).toBe(true)
    expect(stillThere(decided('change', 'deploy'), later)).toBe(false)
  })

  it('to keep asks for nothing', () => {
    expect(stillThere(decided('keep'), later)).toBeNull()
  })
})
