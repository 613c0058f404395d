import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Collector } from '../../../../electron/core/collectors/collector.ts'
import { secret } from '../../../../electron/core/heroku/secret.ts'
import { collect, SUBJECT } from '../../../fakes/collecting.ts'
import { json } from '../../../fakes/hostile-heroku-replies.ts'

const { account } = SUBJECT
const Key = z.object({ id: z.string(), comment: secret() })

/** A collector with whatever mistake a test needs. */
function collector(read: Collector<'ssh-keys', 'account'>['collect']): Collector<'ssh-keys', 'account'> {
  return {
    id: 'ssh-keys',
    topic: 'ssh-keys',
    title: '',
    says: '',
    scope: 'read',
    per: 'account',
    collect: read,
  }
}

const content = { id: '1', comment: null, fingerprint: '', algorithm: null, bits: null, created_at: '' }

describe('a task', () => {
  it('names the exchange that carried each item', async () => {
    const paged = collector(async function* (heroku) {
      for await (const key of heroku.list('/account/keys', Key))
        yield { subject: key.id, subjectId: key.id, content }
    })
    const { task } = await collect(paged, account, { '/account/keys': [{ id: 'a', comment: 'CANARY' }] })
    const request = task.requests[0]
    expect(task.items).toEqual([
      { subjectId: 'a', subject: 'a', content, capturedAt: request?.sentAt, requestSeq: request?.seq },
    ])
    expect(task.lists).toMatchObject([{ path: '/account/keys', records: 1, complete: true }])
    expect(task.key).toBe('ssh-keys:account:~')
  })

  it('stores no content with a secret in it, not even one that prints as a placeholder', async () => {
    const careless = collector(async function* (heroku) {
      for await (const key of heroku.list('/account/keys', Key))
        yield { subject: '', subjectId: key.id, content: { ...content, comment: key.comment as never } }
    })
    const { task } = await collect(careless, account, { '/account/keys': [{ id: 'a', comment: 'CANARY' }] })
    expect(task.items).toEqual([])
    expect(task.readings).toMatchObject([
      { path: null, outcome: 'failed', reason: 'the collector failed (SecretInContent); please report it' },
    ])
  })

  it('discloses a mistake of its collector without the words of the error, and keeps what came before', async () => {
    const broken = collector(async function* (heroku) {
      yield { subject: '', subjectId: 'a', content }
      const key = await heroku.get('/account/features', Key)
      throw new TypeError(`cannot read ${key.comment.reveal()}`)
    })
    const { task } = await collect(broken, account, { '/account/features': { id: 'a', comment: 'CANARY' } })
    expect(task.items).toHaveLength(1)
    expect(task.readings).toEqual([
      {
        topic: 'ssh-keys',
        subjectKind: 'account',
        subjectId: '~',
        subject: account.name,
        path: null,
        outcome: 'failed',
        reason: 'the collector failed (TypeError); please report it',
        items: 1,
      },
    ])
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })

  it.each([
    [401, 'unauthorized', 'token-refused'],
    [403, 'two_factor', 'two-factor'],
  ])('is no task where Heroku answers %i %s: the collection has to stop', async (status, id, kind) => {
    const simple = collector(async function* (heroku) {
      const key = await heroku.get('/account/features', Key)
      yield { subject: '', subjectId: key.id, content }
    })
    const answers = { '/account/features': json(status, { id, message: 'no' }) }
    await expect(collect(simple, account, answers)).rejects.toMatchObject({ name: 'Problem', kind })
  })
})
