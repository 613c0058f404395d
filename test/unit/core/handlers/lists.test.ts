import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { attestationHandlers } from '../../../../electron/core/handlers/attestation.ts'
import { documentHandlers } from '../../../../electron/core/handlers/document.ts'
import type { Deps } from '../../../../electron/core/handlers/handler.ts'
import { listHandlers } from '../../../../electron/core/handlers/lists.ts'
import { scopeHandlers } from '../../../../electron/core/handlers/scope.ts'
import { verifyLocker } from '../../../../electron/core/store/verify.ts'
import { Attestation } from '../../../../shared/model/records/attestation.ts'
import { hostOf } from '../../../fakes/collected.ts'
import { testLocker } from '../../../fakes/locker.ts'
import { collaborator, member, SHOP, space } from '../../../fakes/planted.ts'
import { collectedPlanted } from '../../../fakes/planted-locker.ts'

const H = listHandlers
const KIND = { kind: 'log-hosts', suppliedBy: 'Ana' } as const

function desk() {
  const { db, folder } = testLocker()
  const deps: Deps = { db, host: hostOf('', ''), now: () => new Date('2026-11-21T10:00:00Z') }
  const rows = () =>
    H['list:window'](deps, { kind: 'log-hosts', search: '', start: 0, limit: 100 }).rows.map(
      ({ row }) => row.host,
    )
  return { deps, db, folder, rows }
}

const host = (name: string) => ({ host: name, owner: null, reason: null })

describe('a list', () => {
  it('is missing until it is given; an empty one is given', () => {
    const { deps } = desk()
    const info = () => H['list:kinds'](deps).find(({ kind }) => kind === 'log-hosts')
    expect(info()?.given).toBeNull()
    expect(info()?.checks).toContain('LOG-04')
    H['list:set'](deps, { ...KIND, rows: [] })
    expect(info()?.given).toMatchObject({
      rows: 0,
      suppliedBy: 'Ana',
      by: 'ana@laptop',
      source: { how: 'typed' },
    })
    H['list:remove'](deps, { kind: 'log-hosts' })
    expect(info()?.given).toBeNull()
    expect(() => H['list:remove'](deps, { kind: 'log-hosts' })).toThrow(
      /no list of approved log hosts was given/,
    )
  })

  it('is typed, edited by position and taken back', async () => {
    const { deps, rows, db } = desk()
    H['list:set'](deps, { ...KIND, rows: [host('a.example.com'), host('b.example.com')] })
    const edit = H['list:edit'](deps, {
      ...KIND,
      add: [host('c.example.com'), { ...host('b.example.com'), owner: 'Ben' }],
      remove: [0],
    })
    expect(edit.says).toBe('list of approved log hosts: 2 rows (2 added, 1 removed) for Ana')
    expect(rows()).toEqual(['b.example.com', 'c.example.com'])
    expect(H['list:window'](deps, { kind: 'log-hosts', search: 'BEN', start: 0, limit: 1 })).toMatchObject({
      total: 1,
      rows: [{ n: 0, row: { owner: 'Ben' } }],
    })
    scopeHandlers['record:undo'](deps, { act: edit.act })
    expect(rows()).toEqual(['a.example.com', 'b.example.com'])
    expect(() => H['list:edit'](deps, { ...KIND, add: [], remove: [2] })).toThrow(/no row 2/)
    expect((await verifyLocker(db)).firstBroken).toBeNull()
  })

  it('refuses typed rows that are wrong, with their place', () => {
    const { deps, rows } = desk()
    const set = (...given: object[]) => H['list:set'](deps, { ...KIND, rows: given as never })
    expect(() => set(host('a.example.com'), host('http://b'))).toThrow('Row 2, Host: is no host name')
    expect(() => set(host('a.example.com'), host('A.example.com'))).toThrow('Row 2: repeats a row above')
    expect(rows()).toEqual([])
  })

  it('is imported whole or not at all, with the file that it came from', async () => {
    const { deps, folder, rows } = desk()
    const path = join(folder, 'hosts.csv')
    const take = (text: string, more: object = {}) => {
      writeFileSync(path, text)
      return H['list:import'](deps, { ...KIND, mode: 'replace', dryRun: false, destination: path, ...more })
    }
    expect(await take('Host\na.example.com\nb.example.com', { dryRun: true })).toMatchObject({
      act: null,
      added: 2,
    })
    expect(rows()).toEqual([])
    const taken = await take('Host\na.example.com\nb.example.com')
    expect(taken).toMatchObject({
      act: { says: 'list of approved log hosts: 2 rows imported from hosts.csv for Ana' },
      added: 2,
      reading: { faultsTotal: 0, columns: [{ field: 'host', header: 'Host' }] },
    })
    expect(
      H['list:window'](deps, { kind: 'log-hosts', search: '', start: 0, limit: 1 }).info.given?.source,
    ).toMatchObject({
      how: 'imported',
      file: 'hosts.csv',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    const wrong = await take('Host\nc.example.com\nno host\n')
    expect(wrong).toMatchObject({
      act: null,
      kept: 2,
      reading: { rows: 1, faultsTotal: 1, faults: [{ row: 3, column: 'Host' }] },
    })
    expect(rows()).toEqual(['a.example.com', 'b.example.com'])
    expect(await take('Host,Owner\nb.example.com,Ben\nc.example.com,', { mode: 'add' })).toMatchObject({
      added: 1,
      changed: 1,
      removed: 0,
      kept: 1,
    })
    expect(await take('Host\nc.example.com')).toMatchObject({ added: 0, removed: 2, kept: 1 })
    await expect(take('x', { text: 'Host' })).rejects.toThrow(/give either a file or the text/)
  })

  it('tells the first faults and counts all of them', async () => {
    const { deps } = desk()
    const text = ['Host', ...Array.from({ length: 900 }, (_, n) => `no host ${n}`)].join('\n')
    const { reading } = await H['list:import'](deps, { ...KIND, mode: 'replace', dryRun: false, text })
    expect([reading.faults.length, reading.faultsTotal]).toEqual([500, 900])
  })

  it('takes 100,000 rows, gives them back by position and proves them', async () => {
    const { deps, db } = desk()
    const text = ['Host', ...Array.from({ length: 100_000 }, (_, n) => `h${n}.example.com`)].join('\n')
    expect(await H['list:import'](deps, { ...KIND, mode: 'replace', dryRun: false, text })).toMatchObject({
      added: 100_000,
    })
    expect(H['list:window'](deps, { kind: 'log-hosts', search: '', start: 99_999, limit: 10 })).toMatchObject(
      {
        total: 100_000,
        rows: [{ n: 99_999, row: { host: 'h99999.example.com' } }],
      },
    )
    expect((await verifyLocker(db)).firstBroken).toBeNull()
  })

  it('can be suggested by the evidence, less what it has', () => {
    const { deps, db } = desk()
    collectedPlanted(db, [
      ...SHOP,
      member('ana@acme.example'),
      member('ben@acme.example'),
      member('sam@agency.example'),
      member('core@herokumanager.com'),
      collaborator('ana@acme.example', 'shop', ['deploy', 'view']),
      collaborator('ben@acme.example', 'shop-staging', ['deploy']),
      space('payments', { region: 'frankfurt' }),
    ])
    const suggested = (kind: Parameters<(typeof H)['list:proposals']>[1]['kind']) =>
      H['list:proposals'](deps, { kind, collectionId: null }).map(({ row, why }) => [row, why])
    expect(suggested('email-domains')).toEqual([
      [{ domain: 'acme.example' }, 'Seen in 2 members.'],
      [{ domain: 'agency.example' }, 'Seen in 1 member.'],
    ])
    expect(suggested('deployers')).toEqual([
      [{ email: 'ana@acme.example', app: 'shop' }, 'Seen in 1 permission.'],
    ])
    H['list:set'](deps, { kind: 'regions', suppliedBy: 'Ana', rows: [{ region: 'US' }] })
    expect(suggested('regions')).toEqual([[{ region: 'frankfurt' }, 'Seen in 1 space or app.']])
    expect(suggested('leavers')).toEqual([])
  })
})

describe('an attestation', () => {
  const A = attestationHandlers
  const said = (more: object = {}) =>
    Attestation.parse({
      about: 'dataclips',
      answer: true,
      statement: 'I looked.',
      person: 'Ana',
      date: '2026-11-01',
      until: '2027-01-31',
      ...more,
    })

  it('is given with a document, grows old, and is withdrawn', async () => {
    const { deps, folder } = desk()
    const path = join(folder, 'shot.png')
    writeFileSync(path, 'x')
    const document = await documentHandlers['document:attach'](
      deps,
      {
        destination: path,
        facts: { title: 'Screenshot', type: 'screenshot', validFrom: null, validTo: null, notes: '' },
      },
      {},
    )
    const { id, act } = A['attestation:add'](deps, { attestation: said({ documentId: document.id }) })
    expect(act.says).toBe('Ana stated “Dataclips are listed”')
    A['attestation:add'](deps, { attestation: said({ date: '2026-05-01', until: '2026-08-01' }) })
    const list = (at: string) =>
      A['attestation:list']({ ...deps, now: () => new Date(at) }, { about: null }).map(({ age }) => age)
    expect(list('2026-11-21T10:00:00Z')).toEqual(['current', 'old'])
    expect(list('2027-01-20T10:00:00Z')).toEqual(['due', 'old'])
    const kind = () => A['attestation:kinds'](deps).find((one) => one.kind === 'dataclips')
    expect(kind()).toMatchObject({ age: 'current', until: '2027-01-31', topic: 'postgres-links-dataclips' })
    A['attestation:withdraw'](deps, { id })
    expect(kind()).toMatchObject({ age: 'old', until: '2026-08-01' })
    scopeHandlers['record:undo'](deps, { act: act.act })
    expect(() => A['attestation:withdraw'](deps, { id })).toThrow(/there is no attestation/)
  })

  it.each([
    [
      'of no subject',
      { about: 'third-party-oauth-restriction' },
      /stated of one enterprise account at a time/,
    ],
    ['of tomorrow', { date: '2026-11-22' }, /in the future/],
    ['with a document that is not there', { documentId: 99 }, /99/],
    ['with a fact that it does not have', { facts: { colour: 'red' } }, /has no fact colour/],
  ])('%s is refused', (_, more, why) => {
    const { deps } = desk()
    expect(() => A['attestation:add'](deps, { attestation: said(more) })).toThrow(why)
  })
})
