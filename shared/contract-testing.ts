import { z } from 'zod'
import { ask } from './contract-line.ts'
import { type Imported, LONGEST_PASTE } from './contract-scope.ts'
import type { ExportedFile } from './model/export.ts'
import { AccessDecision } from './model/records/access-review.ts'
import { ClientRequest } from './model/records/client-request.ts'
import { Finding } from './model/records/finding.ts'
import { Note } from './model/records/note.ts'
import { Population, Sample, SampleResult } from './model/records/sample.ts'
import { Tickmark } from './model/records/tickmark.ts'
import { TrailReview } from './model/records/trail-review.ts'
import type { RecordItem } from './model/records.ts'
import type { Act } from './model/work.ts'

const Key = z.string().min(1).max(400)
const Person = z.string().trim().min(1).max(200)

/** A population before something is drawn from it. */
export interface PopulationFacts {
  readonly count: number
  readonly digest: string
}

/** A sample in a list: how far its testing is. */
export interface SampleSummary extends Omit<Sample, 'picks'> {
  readonly id: string
  readonly by: string
  readonly at: string
  readonly tested: number
  /** Items with an attribute that is not met. */
  readonly exceptions: number
}

/** A sample with what was found about each of its items. */
export interface SampleDetail {
  readonly id: string
  readonly sample: Sample
  readonly by: string
  readonly at: string
  readonly results: readonly {
    readonly position: number
    readonly result: SampleResult
    readonly at: string
  }[]
}

/** Whether drawing a sample again gives the same. */
export interface SampleRepeat {
  readonly same: boolean
  /** What differs, or that nothing does. */
  readonly says: string
  readonly rule: string
}

/** One right of one person, as a review of access lists it. */
export interface AccessRow {
  /** Stable key of the row. */
  readonly id: string
  readonly person: string
  /** Such as `app shop-api` or `team acme-payments`. */
  readonly where: string
  readonly right: string
}

/** A review of access in a list. */
export interface AccessReviewSummary {
  readonly id: string
  readonly review: RecordItem<'access-review'>['content']
  readonly decided: number
  readonly revoked: number
}

/** A row of a review with its decision, and whether a later collection still shows the right. */
export interface AccessReviewRow extends AccessRow {
  readonly decision: AccessDecision | null
  /** Null where nothing was to be taken away, or where no later collection exists. */
  readonly stillThere: boolean | null
}

/** A review of access, whole. */
export interface AccessReviewDetail extends AccessReviewSummary {
  readonly rows: readonly AccessReviewRow[]
  /** False where the population of the collection is no longer the one that was reviewed. */
  readonly samePopulation: boolean
  /** The later collection that revocations were looked for in. */
  readonly checkedIn: number | null
}

/** Testing work: samples, tickmarks, requests to the client, notes, findings, reviews of trail and access. */
export const testingLines = {
  'population:facts': ask(z.object({ population: Population }))<PopulationFacts>(),
  'sample:draw': ask(
    Sample.pick({
      name: true,
      control: true,
      population: true,
      method: true,
      reason: true,
      attributes: true,
    }).extend({
      /** Null draws one anew, which is then kept with the sample. */
      seed: z.string().trim().min(1).max(200).nullable().default(null),
      /** Left out for `all`, and for `judgemental`, which names its positions. */
      size: z.int().min(1).nullable().default(null),
      positions: z.array(z.int().min(0)).max(5000).default([]),
      drawnBy: Person,
    }),
  )<SampleDetail>(),
  'sample:list': ask(z.object({}))<readonly SampleSummary[]>(),
  'sample:get': ask(z.object({ id: Key }))<SampleDetail>(),
  'sample:repeat': ask(z.object({ id: Key }))<SampleRepeat>(),
  'sample:test': ask(
    z.object({
      id: Key,
      items: z
        .array(SampleResult.extend({ position: z.int().min(0) }))
        .min(1)
        .max(5000),
    }),
  )<Act>(),
  'sample:remove': ask(z.object({ id: Key }))<Act>(),
  'tickmark:list': ask(z.object({}))<readonly RecordItem<'tickmark'>[]>(),
  'tickmark:set': ask(z.object({ marks: z.array(Tickmark).min(1).max(10_000) }))<Act>(),
  'tickmark:clear': ask(z.object({ keys: z.array(Key).min(1).max(10_000) }))<Act>(),
  'tickmark:legend': ask(z.object({}))<readonly { readonly mark: string; readonly meaning: string }[]>(),
  'tickmark:define': ask(
    z.object({ mark: z.string().trim().min(1).max(8), meaning: z.string().trim().min(1).max(400) }),
  )<Act>(),
  'request:list': ask(z.object({}))<readonly RecordItem<'client-request'>[]>(),
  /** Without a number it is a new one. */
  'request:set': ask(ClientRequest.extend({ number: z.int().min(1).max(99_999).nullable().default(null) }))<
    RecordItem<'client-request'>
  >(),
  /** Takes a table of requests over: a number that is there is changed, others are new. All or nothing. */
  'request:import': ask(
    z.object({
      destination: z.string().min(1).max(4096).optional(),
      text: z.string().max(LONGEST_PASTE).optional(),
      /** Only looks: tells what is wrong and what would change. */
      dryRun: z.boolean().default(false),
    }),
  )<Imported>(),
  /** Writes the requests as a workbook that the client fills in and that can be imported again. */
  'request:export': ask(z.object({ destination: z.string().min(1).max(4096) }))<ExportedFile>(),
  'request:remove': ask(z.object({ number: z.int().min(1) }))<Act>(),
  'note:list': ask(
    z.object({ about: Note.shape.about.pick({ kind: true, id: true }).nullable().default(null) }),
  )<readonly RecordItem<'note'>[]>(),
  'note:write': ask(Note.pick({ about: true, review: true, text: true, writtenBy: true }))<
    RecordItem<'note'>
  >(),
  'note:answer': ask(z.object({ id: Key, by: Person, text: z.string().trim().min(1).max(20_000) }))<
    RecordItem<'note'>
  >(),
  'note:close': ask(z.object({ id: Key, by: Person }))<RecordItem<'note'>>(),
  'finding:list': ask(z.object({}))<readonly RecordItem<'finding'>[]>(),
  /** Without an id it is a new one. */
  'finding:set': ask(z.object({ id: Key.nullable().default(null), finding: Finding }))<
    RecordItem<'finding'>
  >(),
  'trail-review:list': ask(z.object({}))<readonly RecordItem<'trail-review'>[]>(),
  'trail-review:sign': ask(TrailReview.extend({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }))<Act>(),
  'access-review:population': ask(z.object({ collectionId: z.int().min(1).nullable().default(null) }))<
    PopulationFacts & { readonly rows: readonly AccessRow[] }
  >(),
  'access-review:open': ask(
    z.object({
      title: z.string().trim().min(1).max(200),
      collectionId: z.int().min(1).nullable().default(null),
      reviewer: Person,
      due: z.iso.date().nullable().default(null),
    }),
  )<AccessReviewSummary>(),
  'access-review:list': ask(z.object({}))<readonly AccessReviewSummary[]>(),
  'access-review:get': ask(z.object({ id: Key }))<AccessReviewDetail>(),
  'access-review:decide': ask(
    z.object({
      id: Key,
      rows: z.array(Key).min(1).max(50_000),
      decision: AccessDecision.shape.decision,
      text: z.string().trim().max(4000).default(''),
      by: Person,
    }),
  )<Act>(),
  'access-review:complete': ask(z.object({ id: Key, on: z.iso.date() }))<AccessReviewSummary>(),
} as const
