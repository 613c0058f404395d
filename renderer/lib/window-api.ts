import type { Announcement } from '../../shared/announcements.ts'
import type { InputOf, OutputOf, Question } from '../../shared/contract.ts'
import type { Reply, ShellInputOf, ShellOutputOf, ShellQuestion } from '../../shared/shell.ts'

type Doors = { readonly [Q in Question | ShellQuestion]: (input: unknown) => Promise<Reply> }

declare global {
  interface Window {
    /** The only door out of the window; see `electron/preload/preload.ts`. */
    readonly api: Doors & {
      listen(listener: (announcement: Announcement) => void): () => void
      drop(file: File): void
    }
  }
}

/** A question that failed, with the sentence and the remedy that the person sees. */
export class Failed extends Error {
  override readonly name = 'Failed'
  readonly kind: string
  readonly what: string
  readonly remedy: string

  constructor(problem: { readonly kind: string; readonly what: string; readonly remedy: string }) {
    super(`${problem.what}: ${problem.remedy}`)
    this.kind = problem.kind
    this.what = problem.what
    this.remedy = problem.remedy
  }
}

/** What any question, of the core or of the shell, is asked with. */
export type AnyInput<Q extends Question | ShellQuestion> = Q extends Question
  ? InputOf<Q>
  : Q extends ShellQuestion
    ? ShellInputOf<Q>
    : never

/** What any question answers. */
export type AnyOutput<Q extends Question | ShellQuestion> = Q extends Question
  ? OutputOf<Q>
  : Q extends ShellQuestion
    ? ShellOutputOf<Q>
    : never

/** Asks the core or the shell. Throws `Failed` with a sentence for the person. */
export async function ask<Q extends Question | ShellQuestion>(
  question: Q,
  input: AnyInput<Q>,
): Promise<AnyOutput<Q>> {
  const reply = await window.api[question](input)
  if (!reply.ok) throw new Failed(reply.problem)
  return reply.output as AnyOutput<Q>
}
