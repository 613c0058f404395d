import type { CellKind } from '../../../shared/model/records/list-definition.ts'

/** What became of a cell: a value for the schema, or why there is none, as the end of a sentence. */
export type CellValue = { readonly value: unknown } | { readonly fault: string }

const YES = new Set([
  'yes',
  'y',
  'true',
  '1',
  'on',
  'x',
  'passed',
  'pass',
  'success',
  'succeeded',
  'ok',
  'enabled',
])
const NO = new Set([
  'no',
  'n',
  'false',
  '0',
  'off',
  'failed',
  'fail',
  'failure',
  'error',
  'cancelled',
  'disabled',
])
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A blank cell is null; everything else becomes what its column holds. */
export function cellValue(as: CellKind, cell: string): CellValue {
  const text = cell.replaceAll('\u00a0', ' ').trim()
  if (as === 'many')
    return { value: text.split(/[;,\n]/).flatMap((part) => (part.trim() === '' ? [] : [part.trim()])) }
  if (text === '') return { value: null }
  switch (as) {
    case 'text':
      return { value: text }
    case 'day':
      return dayOf(text)
    case 'number':
      return /^v?\d{1,15}$/i.test(text)
        ? { value: Number(text.replace(/^v/i, '')) }
        : { fault: 'is no whole number' }
    case 'yes-no': {
      const word = text.toLowerCase()
      if (YES.has(word)) return { value: true }
      return NO.has(word) ? { value: false } : { fault: 'is neither yes nor no' }
    }
  }
}

function dayOf(text: string): CellValue {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text)
  if (iso) return made(iso[1], iso[2], iso[3])
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  if (dotted) return made(dotted[3], dotted[2], dotted[1])
  const slashed = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text)
  if (slashed) {
    const [first, second] = [Number(slashed[1]), Number(slashed[2])]
    if (first <= 12 && second <= 12 && first !== second)
      return { fault: 'is a day in more than one way; write it as 2026-11-21' }
    return first > 12 ? made(slashed[3], slashed[2], slashed[1]) : made(slashed[3], slashed[1], slashed[2])
  }
  const named = /^(?:(\d{1,2})\.? ([a-z]{3})[a-z]*\.?|([a-z]{3})[a-z]*\.? (\d{1,2}),?) (\d{4})$/i.exec(text)
  const month = MONTHS.indexOf((named?.[2] ?? named?.[3] ?? '').toLowerCase()) + 1
  if (named && month > 0) return made(named[5], String(month), named[1] ?? named[4])
  return { fault: 'is no day; write it as 2026-11-21' }
}

function made(year = '', month = '', day = ''): CellValue {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  const is = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  return is ? { value: text } : { fault: 'is a day that no calendar has' }
}
