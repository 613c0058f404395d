import { z } from 'zod'
import { ask, changesOf } from './contract-line.ts'
import {
  ANSWERS,
  type Answer,
  type CheckInfo,
  type CheckResult,
  SEVERITIES,
  type Severity,
} from './model/check.ts'
import type { PeriodOfChecks } from './model/check-period.ts'
import type { Instant } from './model/json.ts'
import type { Page } from './model/page.ts'
import { Policy } from './model/policy.ts'

const Limit = z.int().min(1).max(1000).default(100)
const After = z.string().max(400).nullable().default(null)
const WhichCollection = z.int().min(1).nullable().default(null)
const CheckId = z.string().min(1).max(20)
const SubjectId = z.string().max(400)
const Words = z.string().max(200).nullable().default(null)

/** Results of a run of the checks, counted. */
export interface CheckSummary {
  readonly collectionId: number
  readonly checks: number
  readonly answers: Readonly<Record<Answer, number>>
  readonly failuresBySeverity: Readonly<Record<Severity, number>>
  /** How many checks had to be judged; the others read nothing that changed since they were. */
  readonly judged: number
  readonly seconds: number
}

/** The answers of one check in a collection, counted. */
export interface CheckTally {
  readonly checkId: string
  readonly title: string
  readonly severity: Severity
  readonly counts: Readonly<Record<Answer, number>>
}

/** The answers about one subject in a collection, counted over all checks. */
export interface SubjectTally {
  readonly subjectId: string
  readonly subject: string
  readonly counts: Readonly<Record<Answer, number>>
  readonly failures: Readonly<Record<Severity, number>>
}

/** What a check answered about a subject in one collection; null where it said nothing of it. */
export interface AnswerThen {
  readonly collectionId: number
  readonly at: Instant
  readonly answer: Answer | null
  readonly reason: string | null
}

/** What a check answered in one collection, counted. */
export interface CountsThen {
  readonly collectionId: number
  readonly at: Instant
  readonly counts: Readonly<Record<Answer, number>>
}

/** Questions about checks: what they are, running them, what they answered, by check, by subject, over time. */
export const checkLines = {
  'check:list': ask(z.object({}))<readonly CheckInfo[]>(),
  /** Judges what may answer otherwise since the last run; `all` judges everything anew. */
  'check:run': ask(
    z.object({
      collectionId: WhichCollection,
      policy: changesOf(Policy).default({}),
      all: z.boolean().optional(),
    }),
  )<CheckSummary, { readonly done: number; readonly of: number }>(),
  /** Checks whose results rest on what people told before they told something else; none before the first run. */
  'check:outdated': ask(z.object({ collectionId: WhichCollection }))<readonly string[]>(),
  'check:results': ask(
    z.object({
      collectionId: WhichCollection,
      checkId: CheckId.nullable().default(null),
      subjectId: SubjectId.nullable().default(null),
      answers: z.array(z.enum(ANSWERS)).nullable().default(null),
      severities: z.array(z.enum(SEVERITIES)).nullable().default(null),
      /** Text within the subject's name or the reason, in any case. */
      search: Words,
      /** Whether a person accepted the failure for the present day; null does not ask. */
      accepted: z.boolean().nullable().default(null),
      after: After,
      limit: Limit,
    }),
  )<Page<CheckResult>>(),
  /** Every check that has results, in the order of the checks. */
  'check:tally': ask(z.object({ collectionId: WhichCollection }))<readonly CheckTally[]>(),
  /** Subjects, those with the worst failures first. */
  'check:subjects': ask(
    z.object({ collectionId: WhichCollection, search: Words, after: After, limit: Limit }),
  )<Page<SubjectTally>>(),
  /** Over the complete collections whose results are kept, oldest first. */
  'check:history': ask(z.object({ checkId: CheckId, subjectId: SubjectId }))<readonly AnswerThen[]>(),
  /** How each check stood in the collections of the audit period: what a SOC 2 type II calls operation. */
  'check:period': ask(z.object({}))<PeriodOfChecks>(),
  'check:trend': ask(z.object({ checkId: CheckId.nullable().default(null) }))<readonly CountsThen[]>(),
} as const
