import { useCallback, useEffect, useRef, useState } from 'react'
import type { Question } from '../../shared/contract.ts'
import type { Page } from '../../shared/model/page.ts'
import { useAhead } from './ahead.ts'
import { askEarly, askOrTake } from './early.ts'
import { sameJson } from './same-json.ts'
import { type AnyInput, type AnyOutput, Failed } from './window-api.ts'

type PagedQuestion = { [Q in Question]: AnyOutput<Q> extends Page<unknown> ? Q : never }[Question]

type RowOf<Q extends PagedQuestion> = AnyOutput<Q> extends Page<infer Row> ? Row : never

/** Rows of a long list as far as they were scrolled to. */
export interface Pages<Row> {
  readonly state: 'waiting' | 'failed' | 'ready'
  readonly problem: Failed | null
  /** Rows known so far, and one more while there are further ones. */
  readonly total: number
  /** The rows shown are those of the input before: the new ones are on their way. */
  readonly stale: boolean
  readonly rows: readonly Row[]
  readonly rowAt: (index: number) => Row | undefined
  readonly onSight: (first: number, last: number) => void
  readonly again: () => void
}

/** Rows of the first answer, which has to come at once, and of the others. */
const FIRST = 60
const PAGE = 200

interface Held<Row> {
  readonly key: string
  readonly rows: readonly Row[]
  readonly next: string | null
  readonly state: 'waiting' | 'failed' | 'ready'
  readonly problem: Failed | null
}

const NOTHING = { key: '', rows: [], next: null, state: 'waiting', problem: null } as const

function firstOf<Q extends PagedQuestion>(input: Omit<AnyInput<Q>, 'after' | 'limit'>): AnyInput<Q> {
  return { ...input, after: null, limit: FIRST } as AnyInput<Q>
}

/** Asks early for the first rows of an input that is just being chosen. */
export function askFirstRows<Q extends PagedQuestion>(
  question: Q,
  input: Omit<AnyInput<Q>, 'after' | 'limit'>,
): void {
  askEarly(question, firstOf(input))
}

function firstHeld<Row>(key: string, page: Page<Row> | undefined): Held<Row> {
  return page ? { key, rows: page.rows, next: page.next, state: 'ready', problem: null } : NOTHING
}

/** Whether a list that is asked anew still begins with what its first page says: then all of it stays. */
function beginsWith<Row>(held: Held<Row>, key: string, page: Page<Row>): boolean {
  return (
    held.state === 'ready' &&
    held.key === key &&
    (held.next !== null || held.rows.length === page.rows.length) &&
    (page.next === null) === (held.rows.length === page.rows.length && held.next === null) &&
    sameJson(held.rows.slice(0, page.rows.length), page.rows)
  )
}

/** Asks a paged question page by page while the person scrolls; starts anew when the input changes. */
export function usePages<Q extends PagedQuestion>(
  question: Q,
  input: Omit<AnyInput<Q>, 'after' | 'limit'>,
  version: number | string = 0,
): Pages<RowOf<Q>> {
  const early = useAhead(question, firstOf(input))
  const [round, setRound] = useState(0)
  const key = JSON.stringify([question, input, version, round])
  const [held, setHeld] = useState<Held<RowOf<Q>>>(() => firstHeld(key, early?.value as Page<RowOf<Q>>))
  const newest = useRef(key)
  const loading = useRef<string | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for question and input
  const load = useCallback(
    async (mine: string, after: string | null, before: readonly RowOf<Q>[]) => {
      if (loading.current === `${mine} ${after}`) return
      loading.current = `${mine} ${after}`
      try {
        const asks = after === null ? firstOf<Q>(input) : ({ ...input, after, limit: PAGE } as AnyInput<Q>)
        const page = (await askOrTake(question, asks)) as Page<RowOf<Q>>
        if (newest.current === mine)
          setHeld((old) =>
            after === null && beginsWith(old, mine, page)
              ? old
              : {
                  key: mine,
                  rows: [...before, ...page.rows],
                  next: page.next,
                  state: 'ready',
                  problem: null,
                },
          )
      } catch (error) {
        const problem =
          error instanceof Failed
            ? error
            : new Failed({ kind: 'unexpected', what: 'the list could not be read', remedy: 'try again' })
        if (newest.current === mine)
          setHeld({ key: mine, rows: before, next: null, state: 'failed', problem })
      } finally {
        if (loading.current === `${mine} ${after}`) loading.current = null
      }
    },
    [key],
  )

  useEffect(() => {
    newest.current = key
    setHeld((old) => (old.state === 'ready' ? old : NOTHING))
    void load(key, null, [])
  }, [key, load])

  const onSight = useCallback(
    (_first: number, last: number) => {
      if (held.key === key && held.next !== null && last >= held.rows.length - 20)
        void load(key, held.next, held.rows)
    },
    [held, key, load],
  )

  return {
    state: held.state,
    problem: held.problem,
    rows: held.rows,
    stale: held.key !== key,
    total: held.rows.length + (held.next === null ? 0 : 1),
    rowAt: useCallback((index: number) => held.rows[index], [held]),
    onSight,
    again: useCallback(() => setRound((n) => n + 1), []),
  }
}
