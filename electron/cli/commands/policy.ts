import { problem } from '../../../shared/errors.ts'
import { Policy } from '../../../shared/model/policy.ts'
import { asking } from '../asking.ts'
import type { Command } from '../command.ts'
import { facts } from '../table.ts'
import { pairOf } from '../typed.ts'

const lines = (policy: Policy) =>
  facts(
    Object.entries(policy).map(
      ([name, value]) => [name, Array.isArray(value) ? value.join(', ') : String(value ?? 'none')] as const,
    ),
  )

const show = asking({
  name: 'policy show',
  summary: 'the numbers and choices that checks measure by',
  examples: ['policy show --locker acme.locker', 'policy show --locker acme.locker --json'],
  question: 'policy:get',
  input: () => ({}),
  lines,
})

/** A value as typed, read by what the policy holds under that name. */
function readAs(name: string, typed: string): unknown {
  const usual = (Policy.parse({}) as Readonly<Record<string, unknown>>)[name]
  if (usual === undefined)
    throw problem('wrong-use', { what: `the policy has no ${name}`, remedy: 'see `policy show`' })
  if (Array.isArray(usual))
    return typed
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '')
  if (typeof usual === 'boolean') return { yes: true, true: true, no: false, false: false }[typed] ?? typed
  return typed === 'none' ? null : typed === '' ? typed : Number(typed)
}

const set = asking({
  name: 'policy set',
  summary: 'change numbers and choices that checks measure by',
  examples: [
    'policy set secretRotationDays=60 ssoRequired=no --locker acme.locker',
    'policy set productionStages=production,staging --locker acme.locker',
  ],
  takes: (parser) =>
    void parser.argument('<name=value...>', 'as `policy show` names them; lists with commas'),
  question: 'policy:set',
  input: ({ args }) =>
    Object.fromEntries(
      args.map((typed) => {
        const [name, value] = pairOf('policy set', typed)
        return [name, readAs(name, value)]
      }),
    ),
  lines,
})

/** What checks measure by. */
export const POLICY: readonly Command[] = [show, set]
