import type { CheckSummary, CollectionSummary, FrameworkCoverage } from '../../../shared/contract.ts'
import type { CheckResult } from '../../../shared/model/check.ts'
import type { CollectionProgress } from '../../../shared/model/collection.ts'
import type { ExportedFile } from '../../../shared/model/export.ts'
import type { LockerInfo, Verification } from '../../../shared/model/locker.ts'
import type { Core } from '../../core/core.ts'
import type { Telt } from '../../demo/told/tell.ts'
import type { Print } from '../command.ts'
import type { DemoFiles } from './folder.ts'
import type { Phase } from './summary.ts'

/** What a journey needs from around it. */
export interface Travel {
  readonly core: Core
  readonly print: Print
  readonly signal: AbortSignal
  readonly files: DemoFiles
  readonly organisation: string
  readonly period: { readonly start: string; readonly end: string }
  readonly connectionId: string
  /** Called with the new locker's identity and key before anything is collected. */
  readonly keep: (lockerId: string, key: Buffer) => Promise<void>
  /** Called once everything is read: the box is needed no longer. */
  readonly collected: () => Promise<void>
  /** Tells the locker what the invented compliance lead knows. */
  readonly tell: (collectionId: number) => Promise<Telt>
  /** Called with the workbook once it is there. */
  readonly exported: (workbook: ExportedFile) => void
  /** Notes how long a phase took, in seconds. */
  readonly took: (phase: Phase, seconds: number) => void
}

/** What a journey found. */
export interface Arrival {
  readonly info: LockerInfo
  readonly recoveryKey: string
  readonly collected: CollectionSummary
  readonly perTopic: CollectionProgress['perTopic']
  readonly checked: CheckSummary
  /** Critical failures, at most 20. */
  readonly critical: readonly CheckResult[]
  readonly coverage: readonly FrameworkCoverage[]
  readonly workbook: ExportedFile
  readonly verification: Verification
}
