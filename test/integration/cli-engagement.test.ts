import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHECKS } from '../../electron/core/checks/index.ts'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import type { SampleDetail, SampleRepeat } from '../../shared/contract-testing.ts'
import type { ControlDetail } from '../../shared/contract-work.ts'
import type { Act, Mapping, StandingConclusion } from '../../shared/model/work.ts'
import { commandLine, documentOf, type Place, type Ran } from '../fakes/command-line.ts'
import { type KeyringSession, openKeyringSession } from '../fakes/keyring-session.ts'

const LOCKER = ['--locker', 'acme.locker']
const SENTENCE = /^error: [^\n]+: [^\n]+\.\n$/

/** The Heroku part of an engagement, walked by an auditor at the command line. */
describe('an engagement from scope to workbook', () => {
  let demo: Demo
  let keyring: KeyringSession
  let place: Place

  const run = (words: readonly string[], input = ''): Promise<Ran> =>
    commandLine([...words, ...LOCKER], place, input)
  const done = async (words: readonly string[], input = ''): Promise<Ran> => {
    const ran = await run(words, input)
    expect(`${ran.code} ${ran.err}`).toMatch(/^0 /)
    return ran
  }
  const json = async <T>(words: readonly string[], input = '') =>
    documentOf<T>(await done([...words, '--json'], input))

  beforeAll(async () => {
    keyring = await openKeyringSession('unlocked')
    demo = await startDemo({ apps: 6, people: 12, events: 200, months: 3 })
    place = { cwd: mkdtempSync(join(tmpdir(), 'cli-engagement-')), env: keyring.env }
    const alone = async (...words: string[]) => commandLine(words, place, `${demo.tokens.auditor}\n`)
    expect((await alone('connection', 'add', 'box', '--api-url', demo.apiUrl)).code).toBe(0)
    const made = await alone(
      ...['locker', 'new', 'acme.locker', '--organisation', 'Acme', '--preparer', 'Ana Silva'],
      ...['--period', '2026-01-01..2026-12-31'],
    )
    expect(made.code).toBe(0)
    await done(['collect'])
  })

  afterAll(async () => {
    await demo.close()
    await keyring.close()
    rmSync(place.cwd, { recursive: true, force: true })
  })

  it('lists what is in the box, without a locker', async () => {
    const shipped = documentOf<{ totals: { checks: number; groups: Record<string, number> } }>(
      await commandLine(['checks', '--json'], place),
    )
    expect(shipped.totals.checks).toBe(CHECKS.length)
    expect(Object.values(shipped.totals.groups).reduce((sum, n) => sum + n, 0)).toBe(CHECKS.length)
    const few = documentOf<{ checks: { id: string; why: string; fix: string }[] }>(
      await commandLine(['checks', '--group', 'IDN', '--json'], place),
    )
    expect(few.checks.length).toBe(shipped.totals.groups.IDN)
    expect(few.checks.every(({ id, why, fix }) => id.startsWith('IDN-') && why !== '' && fix !== '')).toBe(
      true,
    )
    const frameworks = documentOf<{ id: string; counts: { requirements: number } }[]>(
      await commandLine(['frameworks', '--json'], place),
    )
    expect(frameworks.find(({ id }) => id === 'csa-ccm-4.0.13')?.counts.requirements).toBe(197)
  })

  it('scope: narrows and tags, sets the policy, chooses frameworks, checks', async () => {
    await done(['scope', 'set', '--everything'])
    const { out } = await done(['policy', 'set', 'secretRotationDays=60', 'ssoRequired=no'])
    expect(out).toMatch(/secretRotationDays +60/)
    const policy = await json<{ secretRotationDays: number; ssoRequired: boolean }>(['policy', 'show'])
    expect(policy).toMatchObject({ secretRotationDays: 60, ssoRequired: false })
    writeFileSync(
      join(place.cwd, 'own.csv'),
      'Id,Parent,Title,Text,Through\nIC-1,,Access,,\nIC-1.1,IC-1,Access is reviewed,,soc2-2017:CC6.1\n',
    )
    await done(['framework', 'import', 'own-controls', 'own.csv', '--title', 'Internal controls'])
    await done(['framework', 'choose', 'soc2-2017', 'own-controls'])
    const listed = await json<{ id: string; chosen: boolean }[]>(['framework', 'list'])
    expect(listed.flatMap(({ id, chosen }) => (chosen ? [id] : []))).toEqual(['soc2-2017', 'own-controls'])
    await done(['check'])
  })

  it('map: confirms in bulk, adds, takes back, and tells nothing is new', async () => {
    const suggested = await json<Mapping[]>(['mapping', 'list', 'soc2-2017', '--controls', 'CC6.1'])
    expect(suggested.length).toBeGreaterThan(3)
    await done(['mapping', 'decide', 'soc2-2017', 'confirmed', '--controls', 'CC6.1', '--why', 'Read'])
    const mine = await json<Mapping[]>([
      ...['mapping', 'list', 'soc2-2017', '--controls', 'CC6.1', '--decided', 'confirmed'],
    ])
    expect(mine.length).toBe(suggested.length)
    const added = ['mapping', 'decide', 'soc2-2017', 'added', '--controls', 'CC9.2', '--topics', 'releases']
    const act = await json<Act>([...added, '--why', 'Shows who deploys for the vendor'])
    const ofVendors = ['mapping', 'list', 'soc2-2017', '--controls', 'CC9.2', '--topics', 'releases']
    expect(await json(ofVendors)).toMatchObject([{ decision: 'added', shipped: false }])
    await done(['mapping', 'undo', String(act.act)])
    expect(await json(ofVendors)).toEqual([])
    expect(await json(['mapping', 'updates'])).toEqual({ changes: [], act: null })
    const control = await json<ControlDetail>(['control', 'show', 'soc2-2017:CC6.1'])
    expect(control.mappings.filter(({ decision }) => decision === 'confirmed').length).toBe(mine.length)
    expect((await done(['control', 'show', 'own-controls:IC-1.1'])).out).toContain('Access is reviewed')
  })

  it('carries decisions over to the next version, and lists where to look', async () => {
    await done(['mapping', 'decide', 'csa-ccm-4.0.13', 'confirmed', '--all', '--why', 'As before'])
    const rows = await json<{ decided: number; look: boolean }[]>([
      ...['framework', 'translation', 'csa-ccm-4.0.13', 'csa-ccm-4.1.0'],
    ])
    expect(rows.some(({ look }) => look) && rows.some(({ decided }) => decided > 0)).toBe(true)
    expect((await json<Act>(['mapping', 'carry', 'csa-ccm-4.0.13', 'csa-ccm-4.1.0'])).says).toMatch(
      /\d+ decisions carried over/,
    )
  })

  it('sample: draws by a seed, repeats it, tests it and marks events', async () => {
    const drawn = await json<SampleDetail>([
      ...['sample', 'draw', '--name', 'Releases', '--topic', 'releases', '--size', '3', '--seed', 'stated'],
      ...['--attribute', 'A=approved first', 'B=built from a pipeline', '--by', 'Ana', '--reason', 'Three'],
      ...['--control', 'soc2-2017:CC8.1'],
    ])
    expect(drawn.sample).toMatchObject({ seed: 'stated', size: 3, control: { control: 'CC8.1' } })
    expect(await json<SampleRepeat>(['sample', 'repeat', drawn.id])).toMatchObject({ same: true })
    const [first, second, third] = drawn.sample.picks.map(({ position }) => position)
    await done([
      ...['sample', 'test', drawn.id, '--item', `${first},${second}`, '--result', 'A=met', 'B=met'],
      ...['--mark', '✓', '--by', 'Ana'],
    ])
    const file = [
      { position: third, results: { A: 'not-met' }, mark: '✗', text: 'No ticket', testedBy: 'Ana' },
    ]
    await done(['sample', 'test', drawn.id, '--file', '-'], JSON.stringify(file))
    expect(await json(['sample', 'list'])).toMatchObject([{ tested: 3, exceptions: 1 }])
    expect((await done(['sample', 'show', drawn.id])).out).toContain('A not-met')
    const { rows } = await json<{ rows: { seq: number; type: string }[] }>(['events', '--limit', '2'])
    expect(rows).toHaveLength(2)
    const one = await json<SampleDetail>([
      ...[
        'sample',
        'draw',
        '--name',
        'Events',
        '--events',
        '--method',
        'systematic',
        '--size',
        '5',
        '--by',
        'Ana',
      ],
    ])
    expect(one.sample.count).toBe(213)
    await done(['tickmark', 'legend', 'Ω', 'Recomputed'])
    await done(['tickmark', 'set', 'event', String(rows[0]?.seq), 'Ω', '--by', 'Ana'])
    expect((await done(['tickmark', 'list'])).out).toContain('Ω')
    const out = await done(['events', '--type', rows[0]?.type ?? '', '--export', 'events.csv'])
    expect(out.out).toMatch(/\d+ events in events\.csv/)
  })

  it('asks the client, takes the answers over, writes findings and accepts an exception', async () => {
    await done(['request', 'set', '--title', 'List of leavers', '--owner', 'Ben', '--due', '2026-12-01'])
    await done(['request', 'export', 'requests.xlsx'])
    await done(['request', 'import', '-'], 'Number,Title,State,Answer\n1,List of leavers,received,Attached\n')
    await done(['request', 'set', '1', '--state', 'accepted'])
    expect(await json(['request', 'list'])).toMatchObject([
      { content: { state: 'accepted', answer: 'Attached', owner: 'Ben', due: '2026-12-01' } },
    ])
    await done(['finding', 'set', '--title', 'Release without a ticket', '--severity', 'high', '--by', 'Ana'])
    await done(['finding', 'set', 'F-1', '--state', 'answered', '--response', 'Will be fixed'])
    expect(await json(['finding', 'list'])).toMatchObject([{ key: 'F-1', content: { severity: 'high' } }])
    const { failures } = await json<{ failures: { checkId: string; subject: string }[] }>(['check'])
    const [failure] = failures
    const accepted = ['exception', 'accept', failure?.checkId ?? '', failure?.subject ?? '']
    await done([...accepted, '--reason', 'Known', '--until', '2027-01-31'])
    expect(await json(['exception', 'list'])).toMatchObject([{ checkId: failure?.checkId, reason: 'Known' }])
    await done(['exception', 'withdraw', failure?.checkId ?? '', '--all'])
    expect(await json(['exception', 'list'])).toEqual([])
  })

  it('reviews access and the trail', async () => {
    const opened = await json<{ id: string }>([
      ...['access-review', 'open', '--title', 'Q4', '--reviewer', 'Ben', '--due', '2026-12-15'],
    ])
    const { rows } = await json<{ rows: { id: string }[] }>(['access-review', 'show', opened.id])
    const gone = ['access-review', 'decide', opened.id, 'revoke', rows[0]?.id ?? '', '--by', 'Ben']
    await done([...gone, '--text', 'Left in May'])
    await done(['access-review', 'decide', opened.id, 'keep', '--rest', '--by', 'Ben'])
    const told = await done(['access-review', 'complete', opened.id, '--on', '2026-11-21'])
    expect(told.out).toContain(`1 of ${rows.length} to change`)
    expect((await done(['access-review', 'list'])).out).toContain('2026-11-21')
    await done(['trail-review', 'sign', '2026-10', '--reviewer', 'Ben', '--date', '2026-11-05'])
    expect(await json(['trail-review', 'list'])).toMatchObject([{ key: '2026-10' }])
  })

  it('keeps vendor documents with review sheets; what is restricted stays', async () => {
    writeFileSync(join(place.cwd, 'soc2.pdf'), 'The report\n')
    await done(['document', 'attach', 'soc2.pdf', '--type', 'soc2-report', '--title', 'SOC 2 of Heroku'])
    const sheet = {
      confidentiality: 'restricted',
      sheet: {
        of: 'soc2-report',
        type: 'II',
        periodStart: '2025-10-01',
        periodEnd: '2026-09-30',
        opinion: 'unqualified',
        controls: [{ id: 'CUEC-1', text: 'Users are removed in time', answer: 'By HR', answeredBy: 'Ana' }],
      },
    }
    const typo = { ...sheet.sheet, controls: [{ id: 'CUEC-1', text: 'Users', answr: 'By HR' }] }
    writeFileSync(join(place.cwd, 'typo.json'), JSON.stringify(typo))
    const refused = await run(['document', 'review', '1', 'typo.json', '--by', 'Ana'])
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('no field controls.0.answr') })
    writeFileSync(join(place.cwd, 'sheet.json'), JSON.stringify(sheet))
    await done(['document', 'review', '1', 'sheet.json', '--by', 'Ana', '--on', '2026-11-20'])
    expect((await done(['register', 'list'])).out).toMatch(/soc2-report.*restricted/)
    expect((await done(['inherited', 'list'])).out).toContain('SOC 2 of Heroku (2026-09-30)')
    const kept = await run(['document', 'save', '1', 'out.pdf'])
    expect(kept).toMatchObject({ code: 2, err: expect.stringMatching(/SOC 2 of Heroku is restricted/) })
    expect((await done(['document', 'list'])).out).toContain('SOC 2 of Heroku')
  })

  it('concludes; an open review note keeps the reviewer from signing until it is closed', async () => {
    const concluded = await json<StandingConclusion>([
      ...['conclusion', 'set', 'soc2-2017:CC6.1', '--design', 'effective', '--operation', 'ineffective'],
      ...['--text', 'One release without a ticket'],
    ])
    expect(concluded).toMatchObject({ preparedBy: 'Ana Silva', reviewedBy: null })
    const about = ['note', 'write', 'control', 'soc2-2017:CC6.1']
    await done([...about, '--review', '--text', 'Which release?', '--by', 'Ben Okafor'])
    const sign = ['conclusion', 'review', 'soc2-2017:CC6.1', '--reviewer', 'Ben Okafor']
    const refused = await run(sign)
    expect(refused).toMatchObject({ code: 2, err: expect.stringMatching(/1 open review note/) })
    await done(['note', 'answer', 'N-1', '--text', 'The third', '--by', 'Ana Silva'])
    await done(['note', 'close', 'N-1', '--by', 'Ben Okafor'])
    expect((await done(['note', 'list', '--open'])).out).toBe('No notes.\n')
    const own = await run(['conclusion', 'review', 'soc2-2017:CC6.1', '--reviewer', 'ana silva'])
    expect(own).toMatchObject({ code: 2, err: expect.stringMatching(SENTENCE) })
    expect((await done(sign)).out).toContain('reviewed by Ben Okafor')
    expect(await json(['conclusion', 'list', 'soc2-2017'])).toMatchObject([{ reviewedBy: 'Ben Okafor' }])
  })

  it('exports the workbook, and the locker still proves itself', async () => {
    const { sheets } = await json<{ sheets: { name: string }[] }>(['export', 'workbook', 'acme.xlsx'])
    const names = sheets.map(({ name }) => name)
    const done = ['Conclusions', 'Samples', 'Sample items', 'Tickmarks', 'Testing legend', 'Notes']
    const said = ['Reported findings', 'Client requests', 'Access reviews', 'Trail reviews']
    for (const name of [...done, ...said, 'Vendor documents', 'Inherited controls'])
      expect(names).toContain(name)
    expect(await json(['locker', 'verify'])).toMatchObject({ intact: true })
  })

  it.each<[string, string[], RegExp]>([
    ['a framework that is none', ['framework', 'choose', 'soc3'], /no framework named soc3.*soc2-2017/],
    [
      'an own framework with a wrong id',
      ['framework', 'import', 'A B', 'x.csv', '--title', 'x'],
      /A B is no id/,
    ],
    ['a translation that is none', ['framework', 'translation', 'hipaa', 'soc2-2017'], /no translation/],
    ['mappings that nobody named', ['mapping', 'decide', 'hipaa', 'confirmed'], /no mapping is named/],
    ['a decision that is none', ['mapping', 'decide', 'hipaa', 'sure', '--all'], /not sure.*confirmed/],
    ['a control without its framework', ['control', 'show', 'CC6.1'], /CC6\.1 names no control/],
    ['a control that is none', ['control', 'show', 'soc2-2017:CC99'], /no control CC99/],
    [
      'a rating that is none',
      ['conclusion', 'set', 'soc2-2017:CC6.2', '--design', 'good'],
      /--design is not good/,
    ],
    [
      'a conclusion of nothing',
      ['conclusion', 'review', 'soc2-2017:CC7.1', '--reviewer', 'B'],
      /no conclusion/,
    ],
    [
      'an exception of nothing',
      ['exception', 'accept', 'IDN-01', '--reason', 'x', '--until', '2027-01-01'],
      /no subject/,
    ],
    [
      'an exception about what does not fail',
      ['exception', 'accept', 'IDN-01', 'nobody', '--reason', 'x', '--until', '2027-01-01'],
      /no failure of IDN-01 about nobody/,
    ],
    ['a policy without that name', ['policy', 'set', 'adminMax=3'], /policy has no adminMax/],
    ['a policy value that is none', ['policy', 'set', 'adminsMax=few'], /adminsMax has to be a number/],
    ['a sample without a population', ['sample', 'draw', '--name', 'x', '--by', 'A'], /one population/],
    [
      'a sample larger than its population',
      ['sample', 'draw', '--name', 'x', '--by', 'A', '--topic', 'app-inventory', '--size', '500'],
      /a sample of 500 does not fit/,
    ],
    ['a sample that is none', ['sample', 'show', 'S-99'], /no sample S-99/],
    [
      'a result that is none',
      ['sample', 'test', 'S-1', '--item', '0', '--result', 'A=ok', '--by', 'A'],
      /not ok/,
    ],
    ['results that are no JSON', ['sample', 'test', 'S-1', '--file', 'own.csv'], /own\.csv holds no JSON/],
    ['a mark on a strange thing', ['tickmark', 'set', 'person', '1', '✓', '--by', 'A'], /not person/],
    [
      'a day that is none',
      ['request', 'set', '--title', 'x', '--due', '2026-13-01'],
      /request is not valid: due is no day/,
    ],
    ['a request that is none', ['request', 'set', '99', '--state', 'open'], /no request 99/],
    ['a note on a strange thing', ['note', 'write', 'person', '1', '--text', 'x', '--by', 'A'], /not person/],
    ['a note that is none', ['note', 'close', 'N-99', '--by', 'A'], /no note N-99/],
    [
      'an answered finding without an answer',
      ['finding', 'set', 'F-1', '--response', '', '--state', 'answered'],
      /response/,
    ],
    ['a finding that is none', ['finding', 'set', 'F-99', '--state', 'open'], /no finding F-99/],
    [
      'a month that is none',
      ['trail-review', 'sign', '2026-5', '--reviewer', 'A'],
      /month is not of the form/,
    ],
    ['a review of access that is none', ['access-review', 'show', 'R-99'], /no review R-99/],
    ['a document that is none', ['document', 'save', '99', 'x.pdf'], /no document 99/],
    ['a review sheet that is none', ['document', 'review', '1', 'own.csv', '--by', 'A'], /holds no JSON/],
    ['times the wrong way round', ['events', '--from', '2026-05-09', '--to', '2026-05-01'], /is after --to/],
    ['a time that is none', ['events', '--from', 'May'], /--from does not take May/],
  ])('says in a sentence what is wrong: %s', async (_, words, sentence) => {
    const ran = await run(words)
    expect(ran.err).toMatch(SENTENCE)
    expect(ran.err).toMatch(sentence)
    expect({ code: ran.code, out: ran.out }).toEqual({ code: 2, out: '' })
  })

  it('tells what the checks answered, what to supply where they could not, and how they stood over the period', async () => {
    await done(['check'])
    type Row = {
      checkId: string
      answer: string
      subjectId: string
      supply?: { says: string; command: string }[]
    }
    const open = await json<Row[]>(['result', 'list', '--answer', 'not-evaluated', '--limit', '5000'])
    expect(open.length).toBeGreaterThan(5)
    for (const { answer, supply } of open) {
      expect(answer).toBe('not-evaluated')
      expect(supply?.length).toBeGreaterThan(0)
    }
    const hosts = open.find(({ checkId }) => checkId === 'ACC-03')
    expect(hosts?.supply?.[0]?.command).toMatch(
      /^list template deployers > deployers\.csv; list import deployers/,
    )
    const [first] = await json<Row[]>([
      'result',
      'list',
      '--check',
      'idn-01',
      '--answer',
      'fail',
      '--limit',
      '1',
    ])
    const history = await json<{ answer: string }[]>(['result', 'history', 'IDN-01', first?.subjectId ?? ''])
    expect(history.map(({ answer }) => answer)).toEqual(['fail'])
    const period = await json<{ collections: unknown[]; checks: { checkId: string; stands: string }[] }>([
      'result',
      'period',
    ])
    expect(period.collections).toHaveLength(1)
    expect(period.checks).toHaveLength(CHECKS.length)
    expect(period.checks.find(({ checkId }) => checkId === 'IDN-01')?.stands).toBe('exceptions')
    expect((await done(['result', 'period', '--stands', 'exceptions'])).out).toMatch(/IDN-01.*exceptions/)
    expect(await run(['result', 'list', '--check', 'IDN-99'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/there is no check IDN-99/),
    })
  })

  it('refuses a bridge letter that ends before it begins, and a table with a wrong row, whole', async () => {
    const letter = { of: 'bridge-letter', from: '2026-10-01', to: '2026-09-01' }
    const ran = await run(['document', 'review', '1', '-', '--by', 'A'], JSON.stringify(letter))
    expect(ran).toMatchObject({ code: 2, err: expect.stringMatching(/bridge letter ends before it begins/) })
    const table = await run(
      ['request', 'import', '-'],
      'Number,Title,State\n,New one,open\n77,Old one,open\n',
    )
    expect(table).toMatchObject({ code: 2, out: expect.stringMatching(/no request 77/) })
    expect(await json(['request', 'list'])).toHaveLength(1)
  })
})
