import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WritableDb } from '../../electron/core/store/db.ts'
import { closeLocker } from '../../electron/core/store/open.ts'
import { verifyLocker } from '../../electron/core/store/verify.ts'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import type { InputOf } from '../../shared/contract.ts'
import type { Population } from '../../shared/model/records/sample.ts'
import { askOf } from '../fakes/asking.ts'
import { collectFrom, newLocker, ownFolder } from '../fakes/collected.ts'

const folder = ownFolder()
let demo: Demo
let db: WritableDb

const ask = askOf(() => db)

beforeAll(async () => {
  demo = await startDemo({ events: 3000, apps: 14 })
  db = newLocker(`${folder.path}/testing.locker`)
  await collectFrom(db, demo, demo.tokens.auditor)
  await ask('check:run', {})
}, 90_000)
afterAll(async () => {
  closeLocker(db)
  await demo.close()
  folder.remove()
})

const events: Population = { of: 'events', collectionId: 1, filter: { type: 'app' } }
const releases: Population = { of: 'evidence', collectionId: 1, topic: 'releases' }

describe('a sample', () => {
  it.each([
    ['events', events],
    ['evidence', releases],
    ['failures', { of: 'failures', collectionId: 1, checkId: 'CFG-01' } satisfies Population],
  ] as const)('of %s is drawn, and drawn again to the same items', async (_of, population) => {
    const { count, digest } = await ask('population:facts', { population })
    expect(count).toBeGreaterThan(1)
    const size = Math.min(5, count - 1)
    const drawn = await ask('sample:draw', {
      name: 'A sample',
      control: null,
      population,
      method: 'random',
      size,
      reason: 'Five by judgement.',
      attributes: [],
      drawnBy: 'Ana',
    })
    expect(drawn.sample).toMatchObject({ count, digest, size })
    expect(drawn.sample.seed).toMatch(/^[0-9a-f]{16}$/)
    expect(new Set(drawn.sample.picks.map(({ key }) => key)).size).toBe(size)
    expect(await ask('sample:repeat', { id: drawn.id })).toMatchObject({ same: true })
  })

  it('is the same for the same seed, whoever draws it', async () => {
    const draw = () =>
      ask('sample:draw', {
        name: 'Twice',
        control: null,
        population: releases,
        method: 'systematic',
        seed: 'stated',
        size: 7,
        attributes: [],
        drawnBy: 'Ben',
      })
    expect((await draw()).sample.picks).toEqual((await draw()).sample.picks)
  })

  it('tells tested items and exceptions, and refuses what is not in it', async () => {
    const { id, sample } = await ask('sample:draw', {
      name: 'Approvals',
      control: { framework: 'soc2-2017', control: 'CC8.1' },
      population: releases,
      method: 'random',
      seed: 'x',
      size: 3,
      attributes: [{ id: 'A', text: 'Approved before release' }],
      drawnBy: 'Ana',
    })
    const [first, second] = sample.picks
    const about = (position = -1, met: 'met' | 'not-met' = 'met') => ({
      position,
      results: { A: met },
      mark: '✓',
      text: '',
      testedBy: 'Ana',
    })
    await ask('sample:test', { id, items: [about(first?.position), about(second?.position, 'not-met')] })
    const listed = (await ask('sample:list', {})).find((one) => one.id === id)
    expect(listed).toMatchObject({ tested: 2, exceptions: 1, size: 3 })
    await expect(ask('sample:test', { id, items: [about(999_999)] })).rejects.toThrow(/item 999999 is not in/)
    await expect(
      ask('sample:test', { id, items: [{ ...about(first?.position), results: { B: 'met' } }] }),
    ).rejects.toThrow(/no attribute B/)
    await ask('sample:remove', { id })
    await expect(ask('sample:get', { id })).rejects.toThrow(/no sample/)
  })

  it.each([
    [{ method: 'random', size: null }, /needs a size/],
    [{ method: 'random', size: 5_000_000 }, /does not fit into a population/],
    [{ method: 'judgemental', positions: [] }, /names its items/],
    [{ method: 'judgemental', positions: [999_999] }, /item 999999 is not in a population/],
    [
      {
        method: 'random',
        size: 1,
        population: { of: 'events', collectionId: 1, filter: { type: 'nothing of the kind' } },
      },
      /population is empty/,
    ],
    [
      { method: 'random', size: 1, population: { of: 'evidence', collectionId: 99, topic: 'releases' } },
      /no collection 99/,
    ],
  ] as const)('that cannot be drawn says why: %j', async (more, why) => {
    const input = { name: 'No', control: null, population: releases, attributes: [], drawnBy: 'Ana', ...more }
    await expect(ask('sample:draw', input as InputOf<'sample:draw'>)).rejects.toThrow(why)
  })
})

describe('work around samples', () => {
  it('numbers requests to the client and keeps what became of them', async () => {
    const request: InputOf<'request:set'> = {
      title: 'Joiner list',
      text: '',
      control: null,
      owner: 'Ben',
      due: '2026-12-01',
      state: 'open',
      documents: [],
      answer: '',
    }
    const first = await ask('request:set', request)
    const second = await ask('request:set', { ...request, title: 'Leaver list' })
    expect([first.content.number, second.content.number]).toEqual([1, 2])
    await ask('request:set', { ...request, number: 1, state: 'received' })
    expect((await ask('request:list', {})).map(({ content }) => content.state)).toEqual(['received', 'open'])
    await expect(ask('request:set', { ...request, documents: [77] })).rejects.toThrow(/no document 77/)
  })

  it('answers and closes notes; a review note is closed by whoever wrote it', async () => {
    const about = { kind: 'control' as const, id: 'soc2-2017:CC6.1', title: 'CC6.1' }
    const { key } = await ask('note:write', {
      about,
      review: true,
      text: 'Where is the list?',
      writtenBy: 'Rae',
    })
    await ask('note:answer', { id: key, by: 'Ana', text: 'Attached.' })
    await expect(ask('note:close', { id: key, by: 'Ana' })).rejects.toThrow(/written by Rae/)
    expect((await ask('note:close', { id: key, by: 'rae' })).content.state).toBe('closed')
    await expect(ask('note:answer', { id: key, by: 'Ana', text: 'More.' })).rejects.toThrow(/is closed/)
    expect(await ask('note:list', { about: { kind: 'control', id: 'soc2-2017:CC6.1' } })).toHaveLength(1)
    expect(await ask('note:list', { about: { kind: 'control', id: 'else' } })).toEqual([])
  })

  it('asks of a finding what its state needs', async () => {
    const finding: InputOf<'finding:set'>['finding'] & object = {
      title: 'No review',
      text: '',
      severity: 'high',
      controls: [],
      checkId: null,
      subjects: [],
      owner: '',
      due: null,
      state: 'open',
      response: '',
      resolution: '',
      raisedBy: 'Ana',
    }
    const { key } = await ask('finding:set', { id: null, finding })
    await expect(ask('finding:set', { id: key, finding: { ...finding, state: 'answered' } })).rejects.toThrow(
      /response of management/,
    )
    const done = await ask('finding:set', {
      id: key,
      finding: { ...finding, state: 'resolved', resolution: 'Done.' },
    })
    expect(done).toMatchObject({ key, content: { state: 'resolved' } })
  })

  it('keeps marks with their legend', async () => {
    const mark = {
      about: { kind: 'event' as const, id: '5', title: 'app destroy' },
      mark: '✓',
      text: '',
      by: 'Rae',
    }
    await ask('tickmark:set', { marks: [mark] })
    await ask('tickmark:define', { mark: '✓', meaning: 'Seen by a second person' })
    expect(await ask('tickmark:list', {})).toMatchObject([{ key: 'event:5', content: { by: 'Rae' } }])
    expect(await ask('tickmark:legend', {})).toContainEqual({ mark: '✓', meaning: 'Seen by a second person' })
    await ask('tickmark:clear', { keys: ['event:5'] })
    expect(await ask('tickmark:list', {})).toEqual([])
    await expect(ask('tickmark:clear', { keys: ['event:5'] })).rejects.toThrow(/no mark on event:5/)
  })

  it('keeps the monthly sign-off of the trail', async () => {
    await ask('trail-review:sign', { month: '2026-09', reviewer: 'Rae', date: '2026-10-02', text: '' })
    expect(await ask('trail-review:list', {})).toMatchObject([
      { key: '2026-09', content: { reviewer: 'Rae' } },
    ])
    await expect(
      ask('trail-review:sign', { month: '2026-09', reviewer: 'Rae', date: '2026-08-01', text: '' }),
    ).rejects.toThrow(/2026-09/)
  })
})

describe('a review of access', () => {
  it('is decided row by row, by somebody else than the person, completed when nothing is open', async () => {
    const { count, rows } = await ask('access-review:population', {})
    expect(count).toBeGreaterThan(30)
    const { id } = await ask('access-review:open', {
      title: 'Q4',
      reviewer: 'Rae',
      due: null,
    })
    const [first, ...others] = rows
    if (!first) throw new Error('nobody has access')
    await expect(
      ask('access-review:decide', { id, rows: [first.id], decision: 'keep', by: first.person }),
    ).rejects.toThrow(/their own access/)
    await ask('access-review:decide', { id, rows: [first.id], decision: 'revoke', text: 'Left.', by: 'Rae' })
    await expect(ask('access-review:complete', { id, on: '2026-11-21' })).rejects.toThrow(/are not decided/)
    await ask('access-review:decide', { id, rows: others.map((row) => row.id), decision: 'keep', by: 'Rae' })
    expect(await ask('access-review:complete', { id, on: '2026-11-21' })).toMatchObject({
      decided: count,
      revoked: 1,
    })
    await expect(
      ask('access-review:decide', { id, rows: [first.id], decision: 'keep', by: 'Rae' }),
    ).rejects.toThrow(/was completed/)
    const before = await ask('access-review:get', { id })
    expect(before).toMatchObject({ samePopulation: true, checkedIn: null })
    await collectFrom(db, demo, demo.tokens.auditor)
    const after = await ask('access-review:get', { id })
    expect(after.checkedIn).toBe(2)
    expect(
      after.rows.filter(({ stillThere }) => stillThere !== null).map((row) => [row.id, row.stillThere]),
    ).toEqual([[first.id, true]])
  }, 60_000)
})

describe('a conclusion', () => {
  const control = { framework: 'soc2-2017', control: 'CC6.2' } as const
  const conclude = () =>
    ask('conclusion:set', { ...control, design: 'effective', operation: 'effective', text: 'Works.' })
  const review = () => ask('conclusion:review', { ...control, reviewer: 'Rae' })

  it('waits for its open review notes before a reviewer can sign', async () => {
    expect(await conclude()).toMatchObject({ changed: [], openReviewNotes: 0 })
    const about = { kind: 'control' as const, id: 'soc2-2017:CC6.2', title: 'CC6.2' }
    const { key } = await ask('note:write', { about, review: true, text: 'Why?', writtenBy: 'Rae' })
    await expect(review()).rejects.toThrow(/1 open review note/)
    await ask('note:close', { id: key, by: 'Rae' })
    expect(await review()).toMatchObject({ reviewedBy: 'Rae', changed: [], openReviewNotes: 0 })
  })

  it('is open again, visibly, when its evidence changes, and can be concluded anew', async () => {
    await collectFrom(db, demo, demo.tokens.auditor)
    expect(await ask('conclusion:list', { framework: 'soc2-2017' })).toMatchObject([{ changed: [] }])
    const other = await startDemo({ events: 200, apps: 12, seed: 'other' })
    await collectFrom(db, other, other.tokens.auditor)
    await other.close()
    const [reopened] = await ask('conclusion:list', { framework: 'soc2-2017' })
    expect(reopened?.changed).toContain('topic team-members-roles')
    await expect(review()).rejects.toThrow(/evidence of CC6.2 changed since/)
    expect(await conclude()).toMatchObject({ changed: [], reviewedBy: null })
  }, 60_000)
})

describe('all of it', () => {
  it('leaves a locker that verifies', async () => {
    expect((await verifyLocker(db)).firstBroken).toBeNull()
  })
})
