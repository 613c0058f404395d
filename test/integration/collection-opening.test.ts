import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { listCollections } from '../../electron/core/store/collections.ts'
import { closeLocker } from '../../electron/core/store/open.ts'
import { collectFrom, newLocker, ownFolder } from '../fakes/collected.ts'

const folder = ownFolder()
const closing: (() => void)[] = [() => folder.remove()]
afterEach(() => {
  for (const close of closing.splice(0).toReversed()) close()
})

it('ends in a sentence where the first read is refused without a reason of its own, and begins no collection', async () => {
  const api = createServer((_, answer) => answer.writeHead(302, { location: '/account' }).end())
  await new Promise<void>((listening) => api.listen(0, '127.0.0.1', listening))
  const host = `127.0.0.1:${(api.address() as AddressInfo).port}`
  const db = newLocker(`${folder.path}/opening.locker`)
  closing.push(
    () => api.close(),
    () => closeLocker(db),
  )
  await expect(collectFrom(db, { apiUrl: `http://${host}` }, 'HRKU-test')).rejects.toMatchObject({
    kind: 'read-refused',
    what: expect.stringContaining(host),
    remedy: expect.stringMatching(/\w{3}/),
  })
  expect(listCollections(db)).toEqual([])
})
