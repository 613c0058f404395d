import { describe, expect, it } from 'vitest'
import { workbookSheets } from '../../../../electron/core/export/index.ts'
import type { Cell, Link, Row, Sheet } from '../../../../electron/core/export/sheet.ts'
import { furtherFields } from '../../../../electron/core/export/sheets/topics/flatten.ts'
import { layoutOf, TOPIC_LAYOUTS } from '../../../../electron/core/export/sheets/topics/topics.ts'
import { evidenceNumber } from '../../../../shared/model/evidence.ts'
import type { Json } from '../../../../shared/model/json.ts'
import type { Topic } from '../../../../shared/model/topic.ts'
import { CONTENTS } from './made/contents.ts'
import { madeSource } from './made/made-source.ts'

interface Drawn {
  readonly sheet: Sheet
  readonly rows: readonly Row[]
}

const draw = (source = madeSource()): ReadonlyMap<string, Drawn> =>
  new Map([...workbookSheets(source)].map((sheet) => [sheet.name, { sheet, rows: [...sheet.rows()] }]))

const isLink = (cell: Cell | undefined): cell is Link =>
  cell !== null && typeof cell === 'object' && !(cell instanceof Date) && 'sheet' in cell

const shown = (cell: Cell | undefined) => (isLink(cell) ? cell.text : cell)

function sheet(drawn: ReadonlyMap<string, Drawn>, name: string): Drawn {
  const found = drawn.get(name)
  if (!found) throw new Error(`no sheet ${name}: ${[...drawn.keys()].join(', ')}`)
  return found
}

/** The rows of a sheet as objects, by the titles of its columns. */
function table(drawn: ReadonlyMap<string, Drawn>, name: string): Record<string, Cell | undefined>[] {
  const { sheet: of, rows } = sheet(drawn, name)
  return rows.map((row) =>
    Object.fromEntries(of.columns.map(({ title }, index) => [title, row.cells[index] ?? null])),
  )
}

const everyLink = (drawn: ReadonlyMap<string, Drawn>) =>
  [...drawn.values()].flatMap(({ sheet: { name }, rows }) =>
    rows.flatMap((row) => row.cells.filter(isLink).map((link) => ({ from: name, row, link }))),
  )

describe('the sheets of a workbook', () => {
  const drawn = draw()

  it('are in the order in which an auditor reads them', () => {
    const names = [...drawn.keys()]
    expect(names.slice(0, 8)).toEqual([
      ...['Cover', 'Completeness', 'Summary', 'ISO 27001', 'Findings', 'Check results', 'Checks', 'Policy'],
    ])
    expect(names.slice(-8)).toEqual([
      'Audit events',
      ...['Archives', 'Not read', 'Lists', 'Endpoints', 'Request log', 'Fields left out', 'Journal'],
    ])
    expect(names).toHaveLength(8 + 3 + TOPIC_LAYOUTS.length + 8)
  })

  it('have names that Excel takes as they are', () => {
    for (const name of drawn.keys()) expect(name).toMatch(/^[^[\]:*?/\\!']{1,31}$/)
  })

  it('have a cell for each column at most, and each column a title, pages apart', () => {
    for (const { sheet: of, rows } of drawn.values()) {
      for (const row of rows) expect(row.cells.length, of.name).toBeLessThanOrEqual(of.columns.length)
      if (of.layout !== 'page') for (const { title } of of.columns) expect(title, of.name).not.toBe('')
    }
  })

  it('link only to rows that are there', () => {
    const links = everyLink(drawn)
    expect(links.length).toBeGreaterThan(200)
    for (const { from, link } of links) {
      const target = sheet(drawn, link.sheet)
      if (link.row !== undefined) expect(target.rows[link.row - 1], `${from} to ${link.sheet}`).toBeDefined()
    }
  })

  it('link evidence to its own line in the register, and that to its content', () => {
    const register = table(drawn, 'Evidence')
    for (const { from, link } of everyLink(drawn)) {
      const number = /^E-\d+/.exec(String(link.text))?.[0]
      if (number) expect(register[(link.row ?? 0) - 1]?.Evidence, from).toBe(number)
    }
    for (const line of register) {
      const to = line.Topic as Link
      expect(shown(table(drawn, to.sheet)[(to.row ?? 0) - 1]?.Evidence)).toBe(line.Evidence)
    }
  })

  it('link checks to their first result, and results to the catalogue', () => {
    for (const line of table(drawn, 'Checks')) {
      const to = line.Results as Link
      const results = table(drawn, to.sheet)
      const first = results.findIndex((result) => shown(result.Check) === line.Check)
      expect(to.row).toBe(first + 1)
      const back = results[first]?.Check as Link
      expect(table(drawn, back.sheet)[(back.row ?? 0) - 1]?.Check).toBe(line.Check)
    }
  })

  it('cover every topic with an item of every kind, and lose no field of it', () => {
    for (const [topic, contents] of Object.entries(CONTENTS)) {
      const paths = layoutOf(topic as Topic)?.fields.map(({ path }) => path) ?? []
      for (const content of contents) {
        const rest =
          furtherFields(content as Json, paths)
            ?.split('; ')
            .map((text) => text.split(':')[0]) ?? []
        // Ids under other names stand under further fields on purpose; all else is a field that nobody named.
        for (const path of rest) expect(path, topic).toMatch(/^(slug|release|attachment|owner\.type)$/)
      }
    }
  })

  it('show every kind of content in words', () => {
    const [domain, certificate] = table(drawn, 'Domains and certificates')
    expect(domain).toMatchObject({ Record: 'domain', App: 'shop-api', Domain: 'shop.example' })
    expect(certificate).toMatchObject({ 'Certified names': 'shop.example', 'Signed by a CA': true })
    expect(table(drawn, 'Trusted IP ranges')[0]?.Rules).toBe('allow 203.0.113.0/24\nallow 198.51.100.7/32')
    expect(table(drawn, 'Single sign-on')[2]?.Certificates).toBe(
      'signing, until 2027-01-01, rsa 2048, sha256WithRSAEncryption',
    )
    expect(table(drawn, 'Second factors of members')[0]).toMatchObject({
      Record: 'team member',
      'Second factor': true,
    })
  })

  it('leave out columns that hold nothing, and say so', () => {
    const { sheet: releases } = sheet(drawn, 'App releases')
    expect(releases.columns.map(({ title }) => title)).not.toContain('Image')
    const { sheet: inventory } = sheet(drawn, 'App inventory')
    expect(inventory.notes.join()).toContain(
      'Columns left out because no item holds anything there: Internal routing',
    )
  })

  it('never let a fingerprint out, only which values are equal', () => {
    const all = JSON.stringify([...drawn.values()].map(({ rows }) => rows))
    expect(all).not.toContain('c0ffee')
    expect(all).not.toContain('hmac')
    expect(
      table(drawn, 'Rotation of secrets').map((line) => [line.Fingerprint, line['Same value as']]),
    ).toEqual([
      ['kept in the locker', 'group 1, 1 other'],
      ['kept in the locker', 'group 1, 1 other'],
      ['none: low entropy', null],
    ])
  })

  it('list the controls as a tree, with status in words and links to what stands behind it', () => {
    const lines = table(drawn, 'ISO 27001')
    expect(lines.map((line) => line.Control)).toEqual([
      null,
      'A.5',
      'A.5.17',
      'A.8',
      'A.8.15',
      'A.8.24',
      'A.8.30',
    ])
    const [, , password, , , , outsourced] = lines
    expect(password).toMatchObject({
      Status: { text: 'Exception', sheet: 'Check results', row: 1 },
      'Checks and answers': 'IDN-01: 1 fail, 1 not evaluated, 1 pass, 1 not applicable',
      'Evidence items': { text: 2, sheet: 'Mapping', row: 3 },
      'Evidence by topic': 'Second factors of members (2, 1 not read)',
      Conclusion: { fillIn: true },
    })
    expect(outsourced).toMatchObject({
      Status: 'Not covered',
      'Checks and answers': null,
      'Evidence items': null,
    })
    expect(table(drawn, 'Mapping')[2]?.Control).toBe('A.5.17')
  })

  it('sort findings by severity, and leave room for a response', () => {
    const findings = table(drawn, 'Findings')
    expect(findings.map((line) => line.Severity)).toEqual(['Critical', 'High', 'Medium'])
    expect(findings[0]).toMatchObject({
      'Why it matters': 'Because an auditor asks.',
      Evidence: { text: 'E-000001 and 7 more', sheet: 'Evidence', row: 1 },
      Owner: { fillIn: true },
    })
    expect(table(drawn, 'Check results')[0]?.['Further evidence']).toBe(
      [2, 3, 4, 5, 6, 7, 8].map(evidenceNumber).join(', '),
    )
  })

  it('name all sheets on the cover', () => {
    const cover = sheet(drawn, 'Cover').rows
    const contents = cover.flatMap((row) => (isLink(row.cells[0]) ? [row.cells[0].sheet] : []))
    expect(contents).toEqual([...drawn.keys()].slice(1))
  })

  it('state completeness and accuracy, point by point', () => {
    const said = new Map(
      sheet(drawn, 'Completeness').rows.map(({ cells }) => [cells[0], String(shown(cells[1]))]),
    )
    expect(said.get('Account')).toBe('auditor@aurelia.example')
    expect(said.get('Teams')).toBe('aurelia-shop')
    expect(said.get('Collected by')).toContain('ana@laptop')
    expect(said.get('Scope of the token')).toBe('identity, read-protected')
    expect(said.get('Could the token write?')).toMatch(/^No/)
    expect(said.get('Clock')).toBe('the local clock was 120 ms behind Heroku’s')
    expect(said.get('API version')).toBe('3.sdk')
    expect(said.get('Endpoints and parameters')).toMatch(/^3 requests to 2 endpoints/)
    expect(said.get('Lists')).toMatch(/^2 lists on 3 pages with 204 records; 1 list NOT read to the end/)
    expect(said.get('Not read')).toMatch(/^1 refused/)
    expect(said.get('Features that are off')).toMatch(/^1 read/)
    expect(said.get('Not readable at all')).toContain('Log-ins')
    expect(said.get('Apps of teams')).toContain('only in the second: 1 (shop-secret); they differ. Ask.')
    expect(said.get('Chosen to be read')).toBe('core, extended')
    expect(said.get('Reserve')).toMatch(/^25 % of the account’s requests were left to others/)
    expect(said.get('Events of archives')).toContain('no difference')
    expect(said.get('Fields left out')).toBe('2 fields of 1 endpoint, by name')
    expect(said.get('Hashes')).toContain('RFC 8785')
    expect(said.get('Digest of this collection')).toBe('d1'.repeat(32))
    expect(said.get('Tool')).toContain('0.1.0')
    expect(said.get('Audit period')).toBe('2025-11-01 to 2026-10-31')
    expect([...said.keys()]).toEqual(expect.arrayContaining(['Prepared by', 'Date prepared', 'Reviewed by']))
  })

  it('tell what a token could have written', () => {
    const collection = { ...madeSource().collection, scopes: ['global'], clockOffsetMs: null }
    const rows = sheet(draw(madeSource({ collection })), 'Completeness').rows
    const said = new Map(rows.map(({ cells }) => [cells[0], String(shown(cells[1]))]))
    expect(said.get('Could the token write?')).toMatch(/^Yes \(global\)/)
    expect(said.get('Clock')).toContain('no date to compare')
  })

  it('add up requests by endpoint, and keep the ranges of pages apart from parameters', () => {
    expect(table(drawn, 'Endpoints')[0]).toMatchObject({
      Path: '/apps',
      Parameters: 'id ..; max=1000',
      Requests: 2,
      'Answers by status': '200: 1, 206: 1',
      Records: 4,
    })
    expect(table(drawn, 'Endpoints')[1]?.Path).toBe('/spaces/{id}/nat')
  })

  it('disclose what was refused and what is off', () => {
    expect(table(drawn, 'Not read').map((line) => line.Outcome)).toEqual(['Refused', 'Off'])
  })

  it('say where checks have not been run, and hold nothing else', () => {
    const bare = draw(madeSource({ results: () => [], checkRun: () => null }))
    expect([...bare.keys()]).not.toContain('Policy')
    expect(sheet(bare, 'Findings').sheet.notes.join()).toContain('have not been run')
    expect(table(bare, 'Checks')[0]).toMatchObject({ Results: 'not run', Fail: null })
    expect(sheet(bare, 'Check results').rows).toEqual([])
  })

  it('stand without any evidence at all', () => {
    const empty = draw(
      madeSource({
        register: () => [],
        items: () => [],
        readings: () => [],
        notRead: () => [],
        results: () => [],
      }),
    )
    expect([...empty.keys()]).not.toContain('App releases')
    expect(sheet(empty, 'Evidence').rows).toEqual([])
    for (const { link } of everyLink(empty)) expect([...empty.keys()]).toContain(link.sheet)
  })

  it('show a topic that has no layout yet field by field', () => {
    const topic: Topic = 'kafka'
    const content = { broker: 'b-1', secret: { hmac: 'never' }, tags: ['a', 'b'] }
    const item = {
      id: 1,
      topic,
      subjectId: 'k',
      subject: 'kafka',
      content,
      hash: '',
      capturedAt: '',
      requestId: null,
    }
    const { content: _, ...entry } = item
    const source = madeSource({
      register: () => [{ ...entry, path: null, firstSeenAt: '', sightings: 1 }],
      items: (asked) => (asked === topic ? [item] : []) as never,
    })
    expect(table(draw(source), 'Kafka')[0]?.['Further fields']).toBe('broker: b-1; tags: ["a","b"]')
  })
})
