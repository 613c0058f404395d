import { describe, expect, it } from 'vitest'
import { Refused } from '../../../../electron/core/heroku/refused.ts'
import { verdictOf } from '../../../../electron/core/heroku/verdict.ts'
import { isProblem } from '../../../../shared/errors.ts'

const verdict = (path: string, status: number, id = 'delinquent') =>
  verdictOf('api.heroku.com', path, status, { id, message: 'Pay first.' }, (text) => text)

describe('402 Payment Required', () => {
  it('stops a collection where the account has not paid', () => {
    for (const path of ['/account', '/apps', '/addons', '/database-of-apps']) {
      const found = verdict(path, 402)
      expect(isProblem(found) && found.kind).toBe('account-delinquent')
    }
  })

  it('concerns one data service where its plan does not pay for a feature', () => {
    for (const path of [
      '/client/v11/databases/1/followers',
      '/data/kafka/v0/clusters/1/ip-rules',
      '/postgres/v0/databases/1/tls-endpoint',
      '/private-link/v0/databases/1',
      '/redis/v0/databases/redis-1/config',
    ]) {
      const found = verdict(path, 402)
      expect(found).toBeInstanceOf(Refused)
      expect(found).toMatchObject({ outcome: 'absent', status: 402, reason: 'Pay first. (402)' })
    }
  })
})
