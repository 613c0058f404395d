import { z } from 'zod'
import { checkLines } from './contract-checks.ts'
import { collectionLines } from './contract-collection.ts'
import { eventLines } from './contract-events.ts'
import { evidenceLines } from './contract-evidence.ts'
import { frameworkLines } from './contract-frameworks.ts'
import { ask, type InputOfLine, type OutputOfLine, type ProgressOfLine } from './contract-line.ts'
import { registerLines } from './contract-register.ts'
import { scopeLines } from './contract-scope.ts'
import { testingLines } from './contract-testing.ts'
import { workLines } from './contract-work.ts'
import { FrameworkId } from './model/engagement.ts'
import type { EvidenceId } from './model/evidence.ts'
import type { ExportedFile } from './model/export.ts'
import type { ControlState } from './model/framework.ts'
import type { Instant } from './model/json.ts'
import type { JournalEntry, LockerInfo, Verification } from './model/locker.ts'
import type { Page } from './model/page.ts'

export type { CheckSummary } from './contract-checks.ts'
export type { CollectionSummary } from './contract-collection.ts'

const Limit = z.int().min(1).max(1000).default(100)
const After = z.string().max(400).nullable().default(null)
const WhichCollection = z.int().min(1).nullable().default(null)

/** Where requirements stand in one collection, counted. */
export interface Standing {
  readonly requirements: number
  /** Of those, the ones that a topic or a check speaks to. */
  readonly mapped: number
  readonly supported: number
  readonly exception: number
  readonly evidence: number
  readonly open: number
}

/** Coverage of one framework by one collection, as a whole and by domain. */
export interface FrameworkCoverage extends Standing {
  readonly framework: FrameworkId
  readonly title: string
  /** The groups that people report on, such as CC1 to CC9; each requirement is in one. */
  readonly domains: readonly (Standing & { readonly id: string; readonly title: string })[]
}

/** One hit of a search over evidence and events. */
export interface SearchHit {
  readonly in: 'evidence' | 'event'
  readonly id: EvidenceId | number
  readonly title: string
  readonly topic: string
  readonly at: Instant
  readonly excerpt: string
}

/**
 * Every question a face may ask the core: name → input schema, output type. Preload, IPC and command line need
 * no edit when a line is added; the compiler asks for the handler. `destination` is a path on the command line
 * and a one-use token in the window, which the shell swaps for the path.
 */
export const contract = {
  ...collectionLines,
  ...workLines,
  ...eventLines,
  ...frameworkLines,
  ...scopeLines,
  ...testingLines,
  ...registerLines,
  ...evidenceLines,
  ...checkLines,
  'locker:info': ask(z.object({}))<LockerInfo>(),
  'locker:verify': ask(z.object({}))<Verification, { readonly done: number; readonly of: number }>(),
  'journal:page': ask(z.object({ after: After, limit: Limit, newestFirst: z.boolean().default(false) }))<
    Page<JournalEntry>
  >(),
  'framework:controls': ask(z.object({ framework: FrameworkId, collectionId: WhichCollection }))<
    readonly ControlState[]
  >(),
  'framework:coverage': ask(z.object({ collectionId: WhichCollection }))<readonly FrameworkCoverage[]>(),
  search: ask(z.object({ text: z.string().trim().min(1).max(200), limit: Limit }))<readonly SearchHit[]>(),
  'export:workbook': ask(
    z.object({ destination: z.string().min(1).max(4096), collectionId: WhichCollection }),
  )<ExportedFile, { readonly sheet: string; readonly rows: number }>(),
} as const

/** All lines of the contract, as a type. */
export type Contract = typeof contract

/** The name of a question. */
export type Question = keyof Contract

/** What a face passes; defaults may be left out. */
export type InputOf<Q extends Question> = Partial<InputOfLine<Contract[Q]>>

/** What a handler receives, after parsing. */
export type ParsedInputOf<Q extends Question> = InputOfLine<Contract[Q]>

/** What a question answers. */
export type OutputOf<Q extends Question> = OutputOfLine<Contract[Q]>

/** What a question announces while it works. */
export type ProgressOf<Q extends Question> = ProgressOfLine<Contract[Q]>
