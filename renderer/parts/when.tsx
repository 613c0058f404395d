import { Tooltip } from '@mantine/core'
import { moment, momentUtc } from '../lib/format.ts'
import { useShell } from '../lib/shell-state.ts'

/** The engagement's time zone; UTC while no locker is open. */
export function useTimeZone(): string {
  return useShell().locker?.engagement.timeZone ?? 'UTC'
}

/** A moment in the engagement's time zone, with UTC on hover and focus. */
export function When({ instant }: { readonly instant: string | null }) {
  const timeZone = useTimeZone()
  if (!instant) return <span className="muted">–</span>
  return (
    <Tooltip label={momentUtc(instant)}>
      <time dateTime={instant}>{moment(instant, timeZone)}</time>
    </Tooltip>
  )
}
