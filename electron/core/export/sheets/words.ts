import type { Answer, Severity } from '../../../../shared/model/check.ts'
import type { Outcome } from '../../../../shared/model/collection.ts'
import { type EvidenceId, evidenceNumber } from '../../../../shared/model/evidence.ts'
import type { ControlStatus } from '../../../../shared/model/framework.ts'
import type { Instant } from '../../../../shared/model/json.ts'
import type { Cell, Tone } from '../sheet.ts'

/** A word that a sheet says, with its tone and what it means, for the legend. */
export interface Word {
  readonly word: string
  readonly tone: Tone
  readonly means: string
}

/** The four answers of a check. */
export const ANSWER: Readonly<Record<Answer, Word>> = {
  pass: {
    word: 'Pass',
    tone: 'good',
    means: 'The check was made on the evidence named and found no exception.',
  },
  fail: { word: 'Fail', tone: 'bad', means: 'The check found an exception; it is listed under Findings.' },
  'not-applicable': {
    word: 'Not applicable',
    tone: 'muted',
    means: 'There is nothing that the check could be about, for the reason given.',
  },
  'not-evaluated': {
    word: 'Not evaluated',
    tone: 'unknown',
    means: 'The evidence does not suffice for an answer, for the reason given. It never counts as a pass.',
  },
}

/** Where a control stands. */
export const STATUS: Readonly<Record<ControlStatus, Word>> = {
  supported: {
    word: 'Supported',
    tone: 'good',
    means: 'At least one automated check passes and none fails. This is support for a conclusion, not one.',
  },
  exception: { word: 'Exception', tone: 'bad', means: 'At least one automated check of the control fails.' },
  evidence: {
    word: 'Evidence only',
    tone: 'unknown',
    means: 'There is evidence, but no automated check gave an answer: a person has to read it.',
  },
  open: {
    word: 'Not covered',
    tone: 'muted',
    means: 'This collection holds nothing about the control. Most such controls lie outside Heroku.',
  },
}

/** How much a failure matters, in words. */
export const SEVERITY: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
}

/** How a read ended. */
export const OUTCOME: Readonly<Record<Outcome, Word>> = {
  read: { word: 'Read', tone: 'plain', means: 'Heroku answered.' },
  denied: { word: 'Refused', tone: 'bad', means: 'Heroku refused the read to this account or token.' },
  absent: { word: 'Not there', tone: 'unknown', means: 'Heroku does not know the thing, or hides it.' },
  off: { word: 'Off', tone: 'muted', means: 'The feature is not switched on.' },
  gone: { word: 'Gone', tone: 'unknown', means: 'The thing was removed meanwhile.' },
  failed: { word: 'Failed', tone: 'bad', means: 'The answer did not arrive or could not be understood.' },
}

/** A number with separators, such as `1,234`. */
export function count(value: number): string {
  return value.toLocaleString('en-US')
}

/** A number of things, such as `1 request` and `2 requests`. */
export function counted(value: number, one: string, many: string = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`
}

/** A point in time for sentences, such as `2026-11-21 09:30:00 UTC`. */
export function moment(at: Instant | null): string {
  return at === null ? 'unknown' : `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`
}

/** Names the first item that something rests on, with a jump to it, and counts the others. */
export function evidenceCell(
  ids: readonly EvidenceId[],
  sheet: string,
  rowOf: (id: EvidenceId) => number | null,
): Cell {
  const [first] = ids
  if (first === undefined) return null
  const others = ids.length === 1 ? '' : ` and ${count(ids.length - 1)} more`
  const text = evidenceNumber(first) + others
  const row = rowOf(first)
  return row === null ? text : { text, sheet, row }
}

const LISTED = 50

/** Names the items after the first, as many as a person would read; null where there are none. */
export function furtherEvidence(ids: readonly EvidenceId[]): string | null {
  if (ids.length < 2) return null
  const named = ids
    .slice(1, LISTED + 1)
    .map(evidenceNumber)
    .join(', ')
  return ids.length > LISTED + 1 ? `${named} and ${count(ids.length - LISTED - 1)} more` : named
}
