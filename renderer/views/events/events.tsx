import { useCallback, useMemo, useRef, useState } from 'react'
import type { EventField } from '../../../shared/contract-events.ts'
import type { EventFilter } from '../../../shared/model/event.ts'
import { sameJson } from '../../lib/same-json.ts'
import { useJob } from '../../lib/shell-state.ts'
import { tell } from '../../lib/tell.ts'
import { askFirstEvents } from '../../lib/use-event-window.ts'
import { type Narrowed, useNarrowing } from '../../lib/use-narrowing.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { Page } from '../../parts/page.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import type { ViewProps } from '../view.ts'
import { EventDialogs } from './event-dialogs.tsx'
import { EventSide } from './event-side.tsx'
import { EventTable } from './event-table.tsx'
import { filterOf, paramsOf } from './filter.ts'
import { type Brush, Histogram } from './histogram.tsx'
import { type Marked, markedBetween, marksOfEvents } from './marked.ts'
import { Actions, Days } from './narrowing.tsx'
import { ValueFilter } from './value-filter.tsx'

const FIELDS: readonly (readonly [EventField, string])[] = [
  ['type', 'Type'],
  ['action', 'Action'],
  ['actor', 'Who'],
  ['app', 'App'],
  ['team', 'Team'],
  ['ip', 'Address'],
]

const timeOf = (instant: string | undefined) => (instant ? Date.parse(instant) : null)
const instantOf = (time: number) => new Date(time).toISOString()

/** Asks for the first rows of another filter at once; an event that is opened changes none. */
function askNext(next: Narrowed, now: Narrowed): void {
  const filter = filterOf(next)
  if (!sameJson(filter, filterOf(now))) askFirstEvents(filter)
}

/** The audit trail: millions of events, narrowed by any field, over time, searched, and out into a file. */
export function Events({ params }: ViewProps) {
  const job = useJob('collection:run')
  const version = job?.state === 'running' ? 'running' : `done ${job?.id ?? 0}`
  const key = JSON.stringify(paramsOf(params))
  const filter = useMemo(() => filterOf(JSON.parse(key) as Record<string, string>), [key])
  const [shown, setShown] = useState<EventFilter>({})
  const histogram = useQuestion(
    'event:histogram',
    { filter: { ...shown, from: undefined, to: undefined } },
    version,
  )
  const [marking, setMarking] = useState<readonly Marked[] | null>(null)
  const [reviewing, setReviewing] = useState(false)
  const [round, setRound] = useState(0)
  const marked = useCallback(() => setRound((n) => n + 1), [])
  const tickmarks = useQuestion('tickmark:list', {}, round)
  const kept = tickmarks.state === 'ready' ? tickmarks.value : null
  const marks = useMemo(() => marksOfEvents(kept ?? []), [kept])
  const onMark = useCallback(
    (of: EventFilter, from: number, to: number) => void markedBetween(of, from, to).then(setMarking, tell),
    [],
  )
  const open = params.event ? Number(params.event) : null
  const isFiltered = key !== '{}'
  const newest = useRef({ params, filter })
  newest.current = { params, filter }
  const now = useCallback(() => newest.current, [])
  const onReview = useCallback(() => setReviewing(true), [])
  const set = useNarrowing('events', params, askNext)
  const setText = useCallback((text: string) => set({ text }), [set])
  const setField = useCallback((field: EventField, value: string | null) => set({ [field]: value }), [set])
  const onBrush = useCallback(
    (brush: Brush | null) => set({ from: brush && instantOf(brush.from), to: brush && instantOf(brush.to) }),
    [set],
  )

  const chosen = useMemo((): Brush | null => {
    const [from, to] = [timeOf(params.from), timeOf(params.to)]
    return from === null && to === null ? null : { from: from ?? 0, to: to ?? Date.now() }
  }, [params.from, params.to])
  const onOpen = useCallback(({ seq }: { readonly seq: number }) => set({ event: String(seq) }), [set])

  return (
    <Page
      title="Events"
      fill
      says="The audit trail as Heroku published it, each event in a chain that verifying the locker recomputes."
      actions={<Actions isFiltered={isFiltered} newest={now} onReview={onReview} />}
    >
      <div className="filters">
        <SearchField
          value={params.text ?? ''}
          placeholder="Words, addresses, ids"
          width="14rem"
          onSettled={setText}
        />
        {FIELDS.map(([field, label]) => (
          <ValueFilter
            key={field}
            field={field}
            label={label}
            value={params[field] ?? null}
            onChange={setField}
          />
        ))}
        <Days from={params.from ?? null} to={params.to ?? null} isFiltered={isFiltered} set={set} />
      </div>
      <div className="histogram-box">
        {histogram.state === 'ready' && histogram.value.counts.length > 0 && (
          <Histogram told={histogram.value} chosen={chosen} onBrush={onBrush} />
        )}
      </div>
      <div className={open ? 'split has-side' : 'split'}>
        <EventTable
          filter={filter}
          version={version}
          isFiltered={isFiltered}
          selected={open}
          onOpen={onOpen}
          onShown={setShown}
          marks={marks}
          onMark={onMark}
        />
        {open && (
          <EventSide
            seq={open}
            mark={marks.get(String(open)) ?? null}
            changed={marked}
            onClose={() => set({ event: null })}
          />
        )}
      </div>
      <EventDialogs
        marking={marking}
        setMarking={setMarking}
        marked={marked}
        isReviewing={reviewing}
        setReviewing={setReviewing}
        version={version}
      />
    </Page>
  )
}
