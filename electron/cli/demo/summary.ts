import type { CheckSummary, FrameworkCoverage } from '../../../shared/contract.ts'
import type { CheckResult } from '../../../shared/model/check.ts'
import type { Reading } from '../../../shared/model/collection.ts'
import type { ExportedFile } from '../../../shared/model/export.ts'
import type { LockerInfo, Verification } from '../../../shared/model/locker.ts'
import type { Topic } from '../../../shared/model/topic.ts'

/** The phases of a demo, in their order. */
export const PHASES = ['start', 'create', 'collect', 'tell', 'check', 'export', 'verify'] as const

/** A phase of a demo. */
export type Phase = (typeof PHASES)[number]

/** What a demo ends with: one JSON document, stable for scripts. */
export interface DemoSummary {
  readonly organisation: string
  readonly account: string
  readonly period: { readonly start: string; readonly end: string }
  readonly files: { readonly folder: string; readonly locker: string; readonly workbooks: readonly string[] }
  readonly locker: LockerInfo
  /** Seconds per phase, and `total` since the process started. */
  readonly seconds: Readonly<Record<Phase | 'total', number>>
  readonly requests: number
  readonly requestsPerKind: Readonly<Record<string, number>>
  readonly notRead: readonly Reading[]
  readonly evidence: number
  readonly topics: Readonly<Partial<Record<Topic, { readonly items: number; readonly notRead: number }>>>
  readonly events: number
  readonly results: Omit<CheckSummary, 'seconds'>
  /** Failures that are critical, at most 20. */
  readonly critical: readonly CheckResult[]
  readonly coverage: readonly FrameworkCoverage[]
  readonly workbooks: readonly ExportedFile[]
  readonly verification: Verification
  /** Most bytes that the process had in memory at a time, the Heroku in the box included. */
  readonly peakMemory: number
  /** Whether the locker's key lies in this computer's keychain. */
  readonly keychain: boolean
  /** Shown because this locker holds invented data. */
  readonly recoveryKey: string
  /** Commands to try next. */
  readonly next: readonly string[]
}
