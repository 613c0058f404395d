import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WritableDb } from '../../electron/core/store/db.ts'
import { closeLocker } from '../../electron/core/store/open.ts'
import type { InputOf } from '../../shared/contract.ts'
import { faultSentence } from '../../shared/model/table.ts'
import { askOf } from '../fakes/asking.ts'
import { testFolder, testLocker } from '../fakes/locker.ts'

let db: WritableDb
let folder = ''
beforeEach(() => {
  folder = testFolder()
  db = testLocker().db
})
afterEach(() => closeLocker(db))

const ask = askOf(() => db)

const own = (text: string) => ask('framework:import', { text, id: 'own-acme', title: 'Acme controls' })

describe('a framework of one’s own', () => {
  it('is imported from a file with other people’s headers, and mapped through what it names', async () => {
    const destination = join(folder, 'controls.csv')
    writeFileSync(
      destination,
      'Reference;Name;Description;Maps to;Domain\nAC;Access;;;\nAC-1;Second factor;Two factors.;soc2-2017:CC6.1;AC\n',
    )
    const done = await ask('framework:import', { destination, id: 'own-acme', title: 'Acme', version: '7' })
    expect(done).toMatchObject({ added: 2, reading: { faultsTotal: 0 } })
    await ask('framework:choose', { frameworks: ['own-acme'] })
    const [info] = (await ask('framework:list', {})).filter(({ chosen }) => chosen)
    expect(info).toMatchObject({
      id: 'own-acme',
      version: '7',
      source: 'imported from controls.csv',
      counts: { entries: 2, requirements: 1 },
    })
    const { path, mappings } = await ask('control:get', { framework: 'own-acme', control: 'AC-1' })
    expect(path).toEqual(['Access'])
    expect(mappings.map(({ topic }) => topic)).toContain('member-mfa')
  })

  it('with faults is not taken over by half: each has its row and column', async () => {
    await own('Id,Title\nA,First\n')
    const text =
      'Id,Parent,Title,Same as\nA,,First,\nA,,Again,\nB,C,Lost,\nD,D,Loop,soc2-2017:CC99\n,,Nameless,\n'
    const { act, reading } = await own(text)
    expect(act).toBeNull()
    const said = reading.faults.map(faultSentence)
    expect(said).toContainEqual(expect.stringMatching(/Row 3, Id: /))
    expect(said).toContain('Row 4, Parent: C is not in the table.')
    expect(said).toContain('Row 5, Parent: D is above itself.')
    expect(said).toContainEqual(expect.stringMatching(/^Row 5, Same as: soc2-2017:CC99 is no control/))
    expect(said).toContainEqual(expect.stringMatching(/^Row 6, Id: /))
    const [info] = (await ask('framework:list', {})).filter(({ id }) => id === 'own-acme')
    expect(info?.counts.entries).toBe(1)
  })

  it('can be looked at first: nothing is kept', async () => {
    const text = 'Id,Title\nA,First\nB,Second\n'
    const input = { text, id: 'own-acme', title: 'Acme controls' } as const
    const looked = await ask('framework:import', { ...input, dryRun: true })
    expect(looked).toMatchObject({ act: null, added: 2, removed: 0, reading: { faultsTotal: 0, rows: 2 } })
    expect((await ask('framework:list', {})).some(({ id }) => id === 'own-acme')).toBe(false)
    expect(await ask('framework:import', input)).toMatchObject({ added: 2, removed: 0 })
  })
})

describe('requests to the client as a spreadsheet', () => {
  const request: InputOf<'request:set'> = {
    title: 'Leavers',
    text: 'All of 2026',
    control: { framework: 'soc2-2017', control: 'CC6.2' },
    owner: 'Ben',
    due: '2026-12-01',
    state: 'open',
    documents: [],
    answer: '',
  }

  it('go out to a workbook and come back changed', async () => {
    await ask('request:set', request)
    await ask('request:set', { ...request, title: 'Joiners' })
    const destination = join(folder, 'requests.xlsx')
    const written = await ask('request:export', { destination })
    expect(written.sheets).toMatchObject([{ name: 'Requests', rows: 2 }])
    expect(await ask('request:import', { destination })).toMatchObject({
      act: null,
      added: 0,
      changed: 0,
      reading: { faultsTotal: 0, rows: 2 },
    })
    const back = 'Number,Title,State,Answer\n1,Leavers,received,Attached\n,Contracts,,\n'
    expect(await ask('request:import', { text: back })).toMatchObject({ added: 1, changed: 1, kept: 1 })
    const list = (await ask('request:list', {})).map(({ content }) => [
      content.number,
      content.title,
      content.state,
      content.owner,
    ])
    expect(list).toEqual([
      [1, 'Leavers', 'received', 'Ben'],
      [2, 'Joiners', 'open', 'Ben'],
      [3, 'Contracts', 'open', ''],
    ])
  })

  it('with faults change nothing', async () => {
    await ask('request:set', request)
    const text =
      'Number,Title,State,Due,Framework\n1,Leavers,done,,\n9,Unknown,,,\n1,Leavers,open,someday,hipaa\n'
    const { act, reading } = await ask('request:import', { text })
    expect(act).toBeNull()
    const said = reading.faults.map(faultSentence).join('\n')
    expect(said).toMatch(/Row 2, State: .*done.* is none of open, received/)
    expect(said).toMatch(/Row 3, Number: there is no request 9/)
    expect(said).toMatch(/Row 4, Due: /)
    expect((await ask('request:list', {})).map(({ content }) => content.state)).toEqual(['open'])
  })
})
