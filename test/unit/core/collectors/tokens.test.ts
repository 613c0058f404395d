import { describe, expect, it } from 'vitest'
import { oauthAuthorizations } from '../../../../electron/core/collectors/oauth-authorizations.ts'
import { sshKeys } from '../../../../electron/core/collectors/ssh-keys.ts'
import { collect, SUBJECT, uuid } from '../../../fakes/collecting.ts'
import { TOKEN } from '../../../fakes/hostile-heroku-client.ts'

const at = '2025-01-01T12:00:00Z'

describe('authorizations', () => {
  it('tell which of them reads, and keep no token', async () => {
    const other = {
      id: uuid(101),
      description: null,
      scope: ['read'],
      client: { id: uuid(102), name: 'Dashboard', redirect_uri: 'https://x' },
      access_token: { id: uuid(103), token: 'HRKU-CANARY-other', expires_in: null, version: 1 },
      refresh_token: { id: uuid(104), token: 'CANARY', expires_in: null },
      session: { id: uuid(105) },
      grant: { code: 'CANARY', expires_in: 1, id: uuid(106) },
      created_at: at,
      updated_at: at,
    }
    const own = {
      ...other,
      id: uuid(107),
      description: 'auditor',
      client: null,
      access_token: { token: TOKEN, expires_in: 3600 },
      refresh_token: null,
      session: null,
    }
    const hidden = { ...own, id: uuid(108), access_token: null }
    const { task, contents } = await collect(oauthAuthorizations, SUBJECT.account, {
      '/oauth/authorizations': [other, own, hidden],
    })
    const base = { scope: ['read'], created_at: at, updated_at: at }
    expect(contents).toEqual([
      {
        ...base,
        id: uuid(101),
        of: 'authorization',
        description: null,
        client: { id: uuid(102), name: 'Dashboard' },
        expires_in: null,
        has_refresh_token: true,
        has_session: true,
        is_collector: false,
      },
      {
        ...base,
        id: uuid(107),
        of: 'authorization',
        description: 'auditor',
        client: null,
        expires_in: 3600,
        has_refresh_token: false,
        has_session: false,
        is_collector: true,
      },
      {
        ...base,
        id: uuid(108),
        of: 'authorization',
        description: 'auditor',
        client: null,
        expires_in: null,
        has_refresh_token: false,
        has_session: false,
        is_collector: null,
      },
    ])
    expect(task.items.map((item) => item.subject)).toEqual(['Dashboard', 'auditor', 'auditor'])
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })
})

describe('SSH keys', () => {
  it('keep algorithm and size of the key, not the key', async () => {
    const blob = Buffer.concat([
      Buffer.from([0, 0, 0, 11]),
      Buffer.from('ssh-ed25519'),
      Buffer.from([0, 0, 0, 32]),
      Buffer.alloc(32),
    ])
    const key = { id: uuid(110), comment: 'ana@laptop', fingerprint: '17:63', created_at: at }
    const { contents } = await collect(sshKeys, SUBJECT.account, {
      '/account/keys': [
        { ...key, public_key: `ssh-ed25519 ${blob.toString('base64')} ana@laptop`, email: 'ana@laptop' },
        { ...key, id: uuid(111), comment: null, public_key: 'unreadable' },
      ],
    })
    expect(contents).toEqual([
      { ...key, algorithm: 'ssh-ed25519', bits: 256 },
      { ...key, id: uuid(111), comment: null, algorithm: null, bits: null },
    ])
  })
})
