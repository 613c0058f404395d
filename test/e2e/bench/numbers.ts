import { readdirSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Clock ticks of Linux in a second, in `/proc/PID/stat`. */
const TICKS = 100

interface Proc {
  readonly pid: number
  readonly parent: number
  readonly milliseconds: number
  readonly command: string
}

function processes(): readonly Proc[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ')
          .map(Number)
        const ticks = [11, 12, 13, 14].reduce((sum, field) => sum + (fields[field] ?? 0), 0)
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
        return [{ pid: Number(name), parent: fields[1] ?? 0, milliseconds: (ticks * 1000) / TICKS, command }]
      } catch {
        return []
      }
    })
}

/** This process and all below it: the driver, the stand-in, the core, the window, the Heroku in the box. */
function family(root = process.pid): readonly Proc[] {
  const all = processes()
  const under = (pid: number): Proc[] => [
    ...all.filter((one) => one.pid === pid),
    ...all.filter((one) => one.parent === pid).flatMap((one) => under(one.pid)),
  ]
  return under(root)
}

/** Milliseconds of processor time that the bench and everything it started has used. */
export function processorTime(): number {
  return family().reduce((sum, one) => sum + one.milliseconds, 0)
}

/** Memory of the window's process in MB: its proportional share (PSS), what others share with it divided. */
export function windowMemory(): number {
  const renderers = family().filter(({ command }) => command.includes('--type=renderer'))
  const kilobytes = renderers.map(({ pid }) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
    } catch {
      return 0
    }
  })
  return Math.max(0, ...kilobytes) / 1000
}

/** Prints one measure: the median, the 95th percentile and the most, with the machine's load of the last minute. */
export function told(name: string, all: readonly number[], target?: string): void {
  const sorted = [...all].sort((a, b) => a - b)
  const [p50, p95, most] = [at(sorted, 0.5), at(sorted, 0.95), sorted.at(-1) ?? 0].map((n) => n.toFixed(1))
  const load = loadavg()[0]?.toFixed(1)
  const asked = target ? `, asked ${target}` : ''
  console.log(`${name}: p50 ${p50} ms, p95 ${p95} ms, most ${most} ms (${all.length}; load ${load}${asked})`)
}

/** Does one part of the bench and says how much processor time everything together took meanwhile. */
export async function part(name: string, work: () => Promise<void>): Promise<void> {
  const [before, began] = [processorTime(), performance.now()]
  await work()
  const [used, passed] = [processorTime() - before, performance.now() - began]
  console.log(
    `  (${name}: ${(passed / 1000).toFixed(1)} s, of them ${(used / 1000).toFixed(1)} s on a processor)`,
  )
}
