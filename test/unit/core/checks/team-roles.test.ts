import { describe, expect, it } from 'vitest'
import { looksGeneric } from '../../../../electron/core/checks/facts/mailboxes.ts'
import { noSharedMembers, numberOfAdmins } from '../../../../electron/core/checks/team-roles.ts'
import { Policy } from '../../../../shared/model/policy.ts'
import { denied, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { member } from '../../../fakes/planted.ts'

const core = reading('team-members-roles', 'team', 'core')
const people = (admins: number, members: number) => [
  ...Array.from({ length: admins }, (_, n) => member(`admin${n}@acme.example`, { role: 'admin' })),
  ...Array.from({ length: members }, (_, n) => member(`person${n}@acme.example`)),
]

judges(numberOfAdmins, {
  'two admins of ten': {
    given: { items: people(2, 8), readings: [core] },
    answers: [['core', 'pass', /2 admins of 10 members/]],
  },
  'one is too few': { given: { items: people(1, 3), readings: [core] }, answers: [['core', 'fail']] },
  'six are too many, and are named': {
    given: { items: people(6, 0), readings: [core] },
    answers: [['core', 'fail', /admin0@acme\.example, .* and 1 more/]],
  },
  'outside collaborators do not count as members': {
    given: {
      items: [...people(1, 0), member('ext@other.example', { role: 'collaborator' })],
      readings: [core],
    },
    answers: [['core', 'not-applicable', /1 member\./]],
  },
  'roles that were not told could make the difference': {
    given: { items: [...people(1, 3), member('x@acme.example', { role: null })], readings: [core] },
    answers: [['core', 'not-evaluated', /did not tell the role of 1 member/]],
  },
  'a refused list': {
    given: { readings: [denied('team-members-roles', 'team', 'core')] },
    answers: [['core', 'not-evaluated']],
  },
})

judges(noSharedMembers, {
  'people pass, shared addresses fail': {
    given: { items: [member('ana.silva@acme.example'), member('ops@acme.example')], readings: [core] },
    answers: [
      ['ana.silva@acme.example in core', 'pass'],
      ['ops@acme.example in core', 'fail', /because of “ops”/],
    ],
  },
  'the pseudo-user of a team is left out': {
    given: { items: [member('team@herokumanager.com')], readings: [core] },
    answers: [['core', 'not-applicable']],
  },
  'a refused list': {
    given: { readings: [denied('team-members-roles', 'team', 'core')] },
    answers: [['core', 'not-evaluated']],
  },
})

describe('which addresses look shared', () => {
  const words = new Set(Policy.parse({}).genericMailboxWords)
  it.each([
    ['ops@acme.example', 'ops'],
    ['dev-team@acme.example', 'dev'],
    ['ci-bot-2@acme.example', 'ci'],
    ['platform_ops@acme.example', 'ops'],
    ['ops.team@acme.example', 'ops'],
    ['admin3@acme.example', 'admin'],
    ['dev.patel@acme.example', null],
    ['ana+ci@acme.example', null],
    ['devon@acme.example', null],
    ['ana@ops.example', null],
    ['', null],
  ])('%s', (email, word) => {
    expect(looksGeneric(email, words)).toBe(word)
  })
})
