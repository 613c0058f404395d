import { describe, expect, it } from 'vitest'
import {
  accountMfa,
  enterpriseMemberMfa,
  teamMemberMfa,
} from '../../../../electron/core/collectors/member-mfa.ts'
import { collect, forbidden, SUBJECT, uuid } from '../../../fakes/collecting.ts'

const factors = { two_factor_authentication: false, federated: true }
const provider = { id: uuid(9), name: 'acme-sso', redacted: false, owner: { id: uuid(1), name: 'acme' } }

describe('second factors', () => {
  it('of the account come with its exemption', async () => {
    const mfa = {
      mfa_enabled: true,
      mfa_exemption: true,
      mfa_exemption_reason: 'federated',
      mfa_experience: 'vaas',
    }
    const account = { id: uuid(7), email: 'ana@example.com', ...factors, ...mfa }
    const { task, contents } = await collect(accountMfa, SUBJECT.account, {
      '/account': { ...account, sms_number: '+1 CANARY' },
    })
    const { id, ...rest } = account
    expect(contents).toEqual([{ of: 'account', user_id: id, ...rest }])
    expect(new Map(task.dropped).get('/account')).toEqual(['sms_number'])
  })

  it('of the account are null where the public variant leaves them out', async () => {
    const account = { id: uuid(7), email: 'ana@example.com', ...factors }
    const { contents } = await collect(accountMfa, SUBJECT.account, { '/account': account })
    expect(contents).toMatchObject([{ mfa_enabled: null, mfa_exemption: null, mfa_experience: null }])
  })

  it('of team members name the provider, without its owner', async () => {
    const member = {
      id: uuid(20),
      email: 'bo@example.com',
      user: { id: uuid(21), email: 'bo@example.com', name: 'Bo' },
      role: 'member',
      ...factors,
      identity_provider: provider,
      created_at: '2025-01-01T12:00:00Z',
      updated_at: '2025-01-01T12:00:00Z',
    }
    const { task, contents } = await collect(teamMemberMfa, SUBJECT.team, {
      [`/teams/${SUBJECT.team.id}/members`]: [member],
    })
    expect(contents).toEqual([
      {
        of: 'team-member',
        in: 'acme-shop',
        email: 'bo@example.com',
        user_id: uuid(21),
        ...factors,
        identity_provider: { id: uuid(9), name: 'acme-sso' },
      },
    ])
    expect(task.items[0]?.subjectId).toBe(`${SUBJECT.team.id}/${uuid(20)}`)
  })

  it('of enterprise members have no federated field', async () => {
    const member = {
      id: uuid(22),
      user: { id: uuid(21), email: 'bo@example.com' },
      permissions: [{ name: 'view', description: '' }],
      two_factor_authentication: true,
      identity_provider: null,
    }
    const { contents } = await collect(enterpriseMemberMfa, SUBJECT.enterprise, {
      [`/enterprise-accounts/${SUBJECT.enterprise.id}/members`]: [member],
    })
    expect(contents).toEqual([
      {
        of: 'enterprise-member',
        in: 'acme',
        email: 'bo@example.com',
        user_id: uuid(21),
        federated: null,
        two_factor_authentication: true,
        identity_provider: null,
      },
    ])
  })

  it('that may not be read are disclosed with the reason', async () => {
    const path = `/enterprise-accounts/${SUBJECT.enterprise.id}/members`
    const { task } = await collect(enterpriseMemberMfa, SUBJECT.enterprise, { [path]: forbidden })
    expect(task.items).toEqual([])
    expect(task.readings).toEqual([
      {
        topic: 'member-mfa',
        subjectKind: 'enterprise',
        subjectId: SUBJECT.enterprise.id,
        subject: 'acme',
        path,
        outcome: 'denied',
        reason: expect.stringContaining('403'),
        items: 0,
      },
    ])
  })
})
