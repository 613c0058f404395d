import type { InputOf, OutputOf } from '../../../shared/contract.ts'
import type { ToldQuestion } from '../../../shared/sample-port.ts'

/** Somebody who answers the questions that telling asks: a core, or a shell that passes them on to one. */
export interface Asked {
  ask<Q extends ToldQuestion>(question: Q, input: InputOf<Q>): Promise<OutputOf<Q>>
}
