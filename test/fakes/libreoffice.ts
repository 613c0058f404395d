import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const CSV_OF_EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'

/** Lets LibreOffice open a workbook and save it as something else, in a folder with its own profile. */
function convert(file: string, format: string, folder: string): void {
  const profile = pathToFileURL(join(folder, 'profile')).href
  execFileSync(
    'soffice',
    [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', format, '--outdir', folder, file],
    { stdio: 'pipe', timeout: 120_000 },
  )
}

/** The text of every sheet as LibreOffice reads it, by sheet name. */
export function sheetsAsCsv(file: string, folder: string): ReadonlyMap<string, string> {
  convert(file, CSV_OF_EVERY_SHEET, folder)
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'))
  return new Map(
    names.map((name) => [name.replace(/^[^-]*-|\.csv$/g, ''), readFileSync(join(folder, name), 'utf8')]),
  )
}

/** The bytes of the PDF that LibreOffice prints. */
export function asPdf(file: string, folder: string): Buffer {
  convert(file, 'pdf', folder)
  const name = readdirSync(folder).find((entry) => entry.endsWith('.pdf'))
  if (!name) throw new Error('LibreOffice printed nothing')
  return readFileSync(join(folder, name))
}
