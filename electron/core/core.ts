import type { InputOf, OutputOf, ProgressOf, Question } from '../../shared/contract.ts'
import type { Connection } from '../../shared/model/connection.ts'
import type { Engagement } from '../../shared/model/engagement.ts'
import type { LockerInfo } from '../../shared/model/locker.ts'
import type { Timing } from './heroku/timing.ts'

/** How a face may accompany a question. */
export interface AskOptions<Q extends Question> {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ProgressOf<Q>) => void
}

/** What the core needs from the shell around it. */
export interface CoreHost {
  /** Who acts, for the journal, such as `ana@laptop`. */
  readonly actor: string
  /** The connection and its token, read from the keychain at the moment of use. */
  readonly credential: (
    connectionId: string,
  ) => Promise<{ readonly connection: Connection; readonly token: string }>
  /** Proxy for requests to Heroku; null reads the usual environment variables. */
  readonly proxy: string | null
  /** Other waits for requests to Heroku, for trials against a server that misbehaves. */
  readonly timing?: Partial<Timing>
}

/** The engine behind both faces. One locker at a time. */
export interface Core {
  /** Makes a locker and opens it. The caller keeps the key in the keychain and shows the recovery key once. */
  create(
    file: string,
    engagement: Engagement,
  ): Promise<{ readonly info: LockerInfo; readonly key: Buffer; readonly recoveryKey: string }>
  open(file: string, key: Buffer): Promise<LockerInfo>
  /** Replaces the key of the open locker by `next`. */
  rekey(next: Buffer): Promise<{ readonly recoveryKey: string }>
  close(): Promise<void>
  ask<Q extends Question>(question: Q, input: InputOf<Q>, options?: AskOptions<Q>): Promise<OutputOf<Q>>
}
