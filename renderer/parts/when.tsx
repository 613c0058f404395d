import { moment, momentUtc } from '../lib/format.ts'
import { useShell } from '../lib/shell-state.ts'

/** The engagement's time zone; UTC while no locker is open. */
export function useTimeZone(): string {
  return useShell().locker?.engagement.timeZone ?? 'UTC'
}

/** A moment in the engagement's time zone, with UTC on hover. Light: tables show hundreds of them. */
export function When({ instant }: { readonly instant: string | null }) {
  const timeZone = useTimeZone()
  if (!instant) return <span className="muted">–</span>
  return (
    <time dateTime={instant} title={momentUtc(instant)}>
      {moment(instant, timeZone)}
    </time>
  )
}
