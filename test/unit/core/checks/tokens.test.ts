import {
  authorizationsAreYoung,
  authorizationsExpire,
  noGlobalScope,
} from '../../../../electron/core/checks/authorizations.ts'
import { collectedReadOnly } from '../../../../electron/core/checks/collector-token.ts'
import { sshKeysAreStrong, sshKeysAreYoung } from '../../../../electron/core/checks/ssh-keys.ts'
import { noStaleInvitation } from '../../../../electron/core/checks/team-invitations.ts'
import type { OwnAuthorization, SshKeyContent } from '../../../../shared/model/content.ts'
import { daysAgo, denied, item, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { ref } from '../../../fakes/planted.ts'

function token(description: string, more: Partial<OwnAuthorization> = {}) {
  return item('oauth-authorizations', description, {
    of: 'authorization',
    id: `authorization:${description}`,
    description,
    scope: ['read'],
    client: null,
    expires_in: 86_400 * 30,
    has_refresh_token: false,
    has_session: false,
    is_collector: null,
    created_at: daysAgo(10),
    updated_at: daysAgo(10),
    ...more,
  })
}

function key(comment: string, more: Partial<SshKeyContent> = {}) {
  return item('ssh-keys', comment, {
    id: `key:${comment}`,
    comment,
    fingerprint: '17:63:a4',
    algorithm: 'ssh-ed25519',
    bits: 256,
    created_at: daysAgo(10),
    ...more,
  })
}

const client = ref('client', 'Dashboard')
const refused = { readings: [denied('oauth-authorizations', 'account', '~', '/oauth/authorizations')] }
const none = { readings: [reading('oauth-authorizations', 'account', '~')] }

judges(authorizationsExpire, {
  'made by hand with and without an end, and by a client': {
    given: { items: [token('ci'), token('backup', { expires_in: null }), token('web', { client })] },
    answers: [
      ['ci', 'pass', /30 days left/],
      ['backup', 'fail', /never ends/],
      ['web', 'not-applicable', /Dashboard made/],
    ],
  },
  'none at all': { given: none, answers: [['whole collection', 'not-applicable']] },
  'not readable': { given: refused, answers: [['~', 'not-evaluated']] },
})

judges(noGlobalScope, {
  'scope by need, global, and a log-in session': {
    given: {
      items: [
        token('ci'),
        token('deploy', { scope: ['identity', 'global'] }),
        token('web', { scope: ['global'], client, has_session: true }),
        token('untold', { scope: [] }),
      ],
    },
    answers: [
      ['ci', 'pass'],
      ['deploy', 'fail'],
      ['web', 'not-applicable'],
      ['untold', 'not-evaluated'],
    ],
  },
  'not readable': { given: refused, answers: [['~', 'not-evaluated']] },
})

judges(authorizationsAreYoung, {
  'exactly a year is not older than a year': {
    given: {
      items: [
        token('young'),
        token('year', { created_at: daysAgo(365) }),
        token('old', { created_at: daysAgo(366) }),
      ],
    },
    answers: [
      ['young', 'pass'],
      ['year', 'pass', /365 days ago/],
      ['old', 'fail', /366 days ago; the limit is 365/],
    ],
  },
  'a later change does not make it younger': {
    given: { items: [token('renamed', { created_at: daysAgo(900), updated_at: daysAgo(1) })] },
    answers: [['renamed', 'fail']],
  },
  'not readable': { given: refused, answers: [['~', 'not-evaluated']] },
})

judges(collectedReadOnly, {
  'the authorization that collected': {
    given: { items: [token('locker', { is_collector: true, scope: ['identity', 'read-protected'] })] },
    answers: [['locker', 'pass', /identity and read-protected/]],
  },
  'it could write': {
    given: { items: [token('locker', { is_collector: true, scope: ['write-protected'] })] },
    answers: [['locker', 'fail', /write-protected/]],
  },
  'where the list is refused, the connection tells': {
    given: { ...refused, collection: { scopes: ['global'] } },
    answers: [['acme', 'fail', /global/]],
  },
  'nothing tells': {
    given: { ...refused, collection: { scopes: null } },
    answers: [['acme', 'not-evaluated']],
  },
})

judges(sshKeysAreStrong, {
  'strong and weak kinds': {
    given: {
      items: [
        key('ed'),
        key('p256', { algorithm: 'ecdsa-sha2-nistp256', bits: 256 }),
        key('token', { algorithm: 'sk-ssh-ed25519@openssh.com', bits: null }),
        key('rsa2048', { algorithm: 'ssh-rsa', bits: 2048 }),
        key('rsa1024', { algorithm: 'ssh-rsa', bits: 1024 }),
        key('dsa', { algorithm: 'ssh-dss', bits: 1024 }),
        key('odd', { algorithm: null, bits: null }),
      ],
    },
    answers: [
      ['ed', 'pass'],
      ['p256', 'pass'],
      ['token', 'pass'],
      ['rsa2048', 'pass', /below the 3072/],
      ['rsa1024', 'fail', /1024 bits/],
      ['dsa', 'fail', /DSA/],
      ['odd', 'not-evaluated'],
    ],
  },
  'no key': {
    given: { readings: [reading('ssh-keys', 'account', '~')] },
    answers: [['whole collection', 'not-applicable']],
  },
  'not readable': {
    given: { readings: [denied('ssh-keys', 'account', '~')] },
    answers: [['~', 'not-evaluated']],
  },
})

judges(sshKeysAreYoung, {
  'young and old': {
    given: { items: [key('new'), key('old', { created_at: daysAgo(500) })] },
    answers: [
      ['new', 'pass'],
      ['old', 'fail', /500 days ago/],
    ],
  },
  'no key': {
    given: { readings: [reading('ssh-keys', 'account', '~')] },
    answers: [['whole collection', 'not-applicable']],
  },
  'not readable': {
    given: { readings: [denied('ssh-keys', 'account', '~')] },
    answers: [['~', 'not-evaluated']],
  },
})

function invitation(email: string, days: number) {
  return item('team-invitations', `${email} in core`, {
    id: `invitation:${email}`,
    team: 'core',
    email,
    role: 'member',
    invited_by: 'ana@acme.example',
    created_at: daysAgo(days),
  })
}

const core = reading('team-invitations', 'team', 'core')

judges(noStaleInvitation, {
  'exactly fourteen days are not longer than fourteen': {
    given: { items: [invitation('new@acme.example', 14)], readings: [core] },
    answers: [['core', 'pass']],
  },
  'fifteen are, and the person is named': {
    given: {
      items: [invitation('old@acme.example', 15), invitation('new@acme.example', 1)],
      readings: [core],
    },
    answers: [['core', 'fail', /old@acme\.example \(2026-11-06, 15 days\)\.$/]],
  },
  'no invitation': { given: { readings: [core] }, answers: [['core', 'not-applicable']] },
  'a refused list': {
    given: { readings: [denied('team-invitations', 'team', 'core')] },
    answers: [['core', 'not-evaluated']],
  },
})
