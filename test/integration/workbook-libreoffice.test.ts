import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readableText } from '../../electron/core/export/cell-text.ts'
import { type WorkbookOptions, writeWorkbook } from '../../electron/core/export/excel.ts'
import { workbookSheets } from '../../electron/core/export/index.ts'
import type { Sheet } from '../../electron/core/export/sheet.ts'
import { asPdf, sheetsAsCsv } from '../fakes/libreoffice.ts'
import { madeSource } from '../unit/core/export/made/made-source.ts'

const options: WorkbookOptions = {
  ...{ title: 'Evidence workpapers', author: 'ana@laptop', organisation: 'Aurelia Health' },
  ...{ footer: 'Evidence Locker', createdAt: new Date('2026-11-21T09:30:00Z') },
}

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'libreoffice-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A CSV as rows of fields; quotes are doubled within quoted fields. */
function fieldsOf(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, field = '', end = ''] of csv.matchAll(/("(?:[^"]|"")*"|[^",\n]*)(,|\n|$)/g)) {
    rows.at(-1)?.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field)
    if (end === '\n') rows.push([])
    else if (end === '') break
  }
  return rows
}

describe('a workbook in LibreOffice', () => {
  it('opens with every sheet', async () => {
    const file = join(folder, 'workpapers.xlsx')
    const made = await writeWorkbook(workbookSheets(madeSource()), file, options)
    const sheets = sheetsAsCsv(file, folder)
    expect([...sheets.keys()].sort()).toEqual(made.sheets.map(({ name }) => name).sort())
    const lists = fieldsOf(sheets.get('Lists') ?? '')
    expect(lists.slice(2, 5)).toEqual([
      ['List', 'Pages', 'Records', 'Last status', 'Read', 'Ranges asked, in order'],
      ['/addons', '1', '200', '206', 'not to its end', 'id ..; max=1000'],
      ['/apps', '2', '4', '200', 'to its end', 'id ..; max=1000\nid ]x..; max=1000'],
    ])
    expect(sheets.get('Audit events')).toContain('2026-09-01 10:00:00,release,create,ana@aurelia.example')
  }, 120_000)

  it('prints', async () => {
    const file = join(folder, 'workpapers.xlsx')
    await writeWorkbook([...workbookSheets(madeSource())].slice(0, 4), file, options)
    expect(asPdf(file, folder).subarray(0, 5).toString()).toBe('%PDF-')
  }, 120_000)

  it('reads hostile text as it stands, and computes none of it', async () => {
    const texts = [
      ...[
        '=1+1',
        '=SUM(1;2)',
        '+1',
        '-1',
        '@A1',
        '\t=1',
        '=cmd|x',
        '_x0041_ _x000D_',
        'a_x005F_b',
        'bell\u0007',
      ],
      ...['  ends  ', 'one\ntwo', 'שלום', 'مرحبا', '👩‍👩‍👧', '"quoted", comma', '<&>', 'half\ud800'],
    ]
    const sheet: Sheet = {
      ...{ name: 'Hostile', title: 'Hostile', notes: [] },
      columns: [{ title: 'Text', kind: 'text', width: 40 }],
      rows: () => texts.map((text) => ({ cells: [text] })),
    }
    const file = join(folder, 'hostile.xlsx')
    await writeWorkbook([sheet], file, options)
    const [, , ...rows] = fieldsOf(sheetsAsCsv(file, folder).get('Hostile') ?? '')
    expect(rows.slice(0, texts.length).map(([text]) => text)).toEqual(texts.map(readableText))
  }, 120_000)
})
