import type { Ground } from './random.ts'

/** Sizes and behaviour of the Heroku in the box. */
export interface DemoOptions {
  /** Same seed, sizes and `now`: same organisation, byte for byte. */
  readonly seed: string
  readonly apps: number
  readonly people: number
  /** Audit-trail events over all intact archives. */
  readonly events: number
  /** Months of audit archives, counted back from the current one. */
  readonly months: number
  /** Milliseconds that each answer waits. */
  readonly latency: number
  /** Port of the API on 127.0.0.1; 0 takes a free one. */
  readonly port: number
  /** What the organisation takes for the present. Default: midnight UTC of today, so that two starts agree. */
  readonly now: Date
  /** Size of the rate limit's bucket, and tokens that flow back per minute. */
  readonly burst: number
  readonly perMinute: number
  /** Shifts the Date header, for tests of clock checks. */
  readonly clockOffsetMs: number
}

/** Today at 00:00 UTC. */
export function midnight(at: Date): Date {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()))
}

/** Fills in what is not given. Heroku's documented bucket holds 4,500 tokens and refills 75 per minute. */
export function demoOptions(given: Partial<DemoOptions> = {}): DemoOptions {
  return {
    seed: 'northquay',
    apps: 40,
    people: 30,
    events: 20_000,
    months: 24,
    latency: 0,
    port: 0,
    now: midnight(new Date()),
    burst: 4500,
    perMinute: 75,
    clockOffsetMs: 0,
    ...given,
  }
}

/** Seed and present of an organisation. */
export const groundOf = (options: DemoOptions): Ground => ({
  seed: options.seed,
  now: options.now.getTime(),
})
