import { memo, type PointerEvent, useRef, useState } from 'react'
import type { EventHistogram } from '../../../shared/contract-events.ts'
import { count, moment } from '../../lib/format.ts'
import { useTimeZone } from '../../parts/when.tsx'

const HEIGHT = 56

/** Times of a brush over the bars, in milliseconds since 1970; `to` is the last one. */
export interface Brush {
  readonly from: number
  readonly to: number
}

/**
 * Events over time. Dragging over the bars chooses a stretch, a click chooses one bar, a double click all. The date
 * fields beside it do the same for the keyboard.
 */
export const Histogram = memo(function Histogram({
  told,
  chosen,
  onBrush,
}: {
  readonly told: EventHistogram
  readonly chosen: Brush | null
  readonly onBrush: (brush: Brush | null) => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const [drag, setDrag] = useState<readonly [number, number] | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const timeZone = useTimeZone()
  const bars = told.counts.length
  const most = Math.max(1, ...told.counts)
  const timeOf = (bar: number) => told.from + bar * told.step
  const dayOf = (bar: number) => moment(new Date(timeOf(bar)).toISOString(), timeZone).slice(0, 10)

  function barAt(event: PointerEvent): number {
    const rect = box.current?.getBoundingClientRect()
    const share = rect ? (event.clientX - rect.left) / Math.max(1, rect.width) : 0
    return Math.max(0, Math.min(bars - 1, Math.floor(share * bars)))
  }

  function end() {
    if (!drag) return
    const [a, b] = [Math.min(...drag), Math.max(...drag)]
    setDrag(null)
    onBrush({ from: timeOf(a), to: timeOf(b + 1) - 1 })
  }

  const band = drag
    ? { from: Math.min(...drag), to: Math.max(...drag) + 1 }
    : chosen && { from: (chosen.from - told.from) / told.step, to: (chosen.to + 1 - told.from) / told.step }
  const percent = (bar: number) => `${Math.max(0, Math.min(100, (100 * bar) / bars))}%`

  return (
    <figure className="histogram">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form, this is a chart that one drags over */}
      <div
        ref={box}
        role="group"
        aria-label="Choose a time by dragging"
        className="histogram-bars"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          setDrag([barAt(event), barAt(event)])
        }}
        onPointerMove={(event) => {
          setOver(barAt(event))
          if (drag) setDrag([drag[0], barAt(event)])
        }}
        onPointerLeave={() => setOver(null)}
        onPointerUp={end}
        onPointerCancel={() => setDrag(null)}
        onDoubleClick={() => onBrush(null)}
      >
        <svg
          viewBox={`0 0 ${bars} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`Events over time, from ${dayOf(0)} to ${dayOf(bars)}`}
        >
          {told.counts.map((value, bar) => {
            const height = value === 0 ? 0 : Math.max(1.5, (HEIGHT * value) / most)
            return (
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its position
                key={bar}
                x={bar + 0.08}
                width={0.84}
                y={HEIGHT - height}
                height={height}
                className={band && (bar + 1 <= band.from || bar >= band.to) ? 'bar-out' : 'bar-in'}
              />
            )
          })}
        </svg>
        {band && (
          <span
            className="histogram-band"
            style={{
              insetInlineStart: percent(band.from),
              width: `calc(${percent(band.to)} - ${percent(band.from)})`,
            }}
          />
        )}
      </div>
      <figcaption>
        <span>{dayOf(0)}</span>
        <span aria-hidden>
          {over === null
            ? 'Drag to choose a time'
            : `${dayOf(over)}${dayOf(over) === dayOf(over + 1) ? '' : ` to ${dayOf(over + 1)}`}: ${count(told.counts[over] ?? 0)} events`}
        </span>
        <span>{dayOf(bars)}</span>
      </figcaption>
    </figure>
  )
})
