import type { Command as Commander } from 'commander'
import type { DemoOptions } from '../demo/options.ts'
import type { Flags } from './command.ts'
import { countOf, numberFlag, textFlag } from './flags.ts'

/** Declares the sizes of the Heroku in the box. */
export function boxFlags(parser: Commander): void {
  parser
    .option('--apps <number>', 'apps of the invented organisation (40)', countOf('--apps', 1, 4000))
    .option('--people <number>', 'its people (30)', countOf('--people', 1, 2000))
    .option('--events <number>', 'audit events in its archives (20,000)', countOf('--events', 0, 10_000_000))
    .option('--months <number>', 'months of archives (24)', countOf('--months', 0, 108))
    .option('--latency <ms>', 'milliseconds that each answer waits (0)', countOf('--latency', 0, 60_000))
    .option('--seed <text>', 'another seed makes another organisation')
}

/** The sizes that were given; what is left out stays with its default. */
export function boxOptions(flags: Flags): Partial<DemoOptions> {
  const options: Record<string, number | string> = {}
  for (const name of ['apps', 'people', 'events', 'months', 'latency', 'port']) {
    const given = numberFlag(flags, name)
    if (given !== null) options[name] = given
  }
  const seed = textFlag(flags, 'seed')
  return seed === null ? options : { ...options, seed }
}
