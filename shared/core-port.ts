import type { Connection } from './model/connection.ts'
import type { Engagement } from './model/engagement.ts'
import type { LockerInfo } from './model/locker.ts'
import type { ProblemShape } from './shell.ts'

/** What only the shell may ask of the core process: everything that carries a key or a token. */
export interface PrivilegedQuestions {
  readonly create: {
    readonly input: { file: string; engagement: Engagement }
    readonly output: { info: LockerInfo; key: Uint8Array; recoveryKey: string }
  }
  readonly open: { readonly input: { file: string; key: Uint8Array }; readonly output: LockerInfo }
  readonly 'open-with-recovery-key': {
    readonly input: { file: string; recoveryKey: string }
    readonly output: { info: LockerInfo; key: Uint8Array }
  }
  /** Tells whether a file may be a locker, without any key. Fails with `cannot-read` or `not-a-locker`. */
  readonly look: { readonly input: { file: string }; readonly output: null }
  readonly close: { readonly input: null; readonly output: null }
  readonly probe: {
    readonly input: { token: string; apiUrl: string; dataUrl: string }
    readonly output: unknown
  }
}

/** From the shell to the core process. */
export type ToCore =
  | { readonly kind: 'start'; readonly actor: string; readonly proxy: string | null }
  | { readonly kind: 'ask'; readonly id: number; readonly question: string; readonly input: unknown }
  | {
      readonly kind: 'privileged'
      readonly id: number
      readonly question: keyof PrivilegedQuestions
      readonly input: unknown
    }
  | { readonly kind: 'cancel'; readonly id: number }
  | {
      readonly kind: 'credential'
      readonly id: number
      readonly credential: { connection: Connection; token: string } | null
      readonly problem: ProblemShape | null
    }

/** From the core process to the shell. */
export type FromCore =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly output: unknown }
  | { readonly kind: 'problem'; readonly id: number; readonly problem: ProblemShape }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: unknown }
  | { readonly kind: 'credential-wanted'; readonly id: number; readonly connectionId: string }
