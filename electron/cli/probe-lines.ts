import type { Probe } from '../../shared/model/connection.ts'
import { count } from './progress-line.ts'
import { facts, table } from './table.ts'

/** What a token turned out to be, and what it will not be able to read. */
export function probeLines(probe: Probe, width: number | null): string[] {
  const { account, scopes, expiresAt, teams, enterprises, rateLimitRemaining, clockOffsetMs } = probe
  const told = facts([
    ['Account', account.email + (account.federated ? ' (federated)' : '')],
    ['Scopes', scopes === null ? 'Heroku does not tell' : scopes.join(', ')],
    ['Expires', expiresAt ?? 'never, as far as Heroku tells'],
    ...enterprises.map(
      ({ name, permissions }) => ['Enterprise', `${name}: ${permissions.join(', ')}`] as const,
    ),
    ...teams.map(({ name, role }) => ['Team', `${name}: ${role ?? 'no role'}`] as const),
    ['Rate limit', rateLimitRemaining === null ? 'not told' : `${count(rateLimitRemaining)} requests left`],
    ['Clock', clockWords(clockOffsetMs)],
  ])
  return [...told, '', ...gapLines(probe, width)]
}

function clockWords(offset: number | null): string {
  if (offset === null) return 'Heroku did not tell the time'
  const seconds = Math.round(Math.abs(offset) / 1000)
  if (seconds <= 1) return 'agrees with Heroku'
  return `this computer is ${seconds} s ${offset > 0 ? 'ahead of' : 'behind'} Heroku`
}

function gapLines({ cannotRead }: Probe, width: number | null): string[] {
  if (cannotRead.length === 0) return ['Nothing that this token could not read was found.']
  const columns = [
    { title: 'It will not read' },
    { title: 'Why', gives: true },
    { title: 'What helps', gives: true },
  ]
  return table(
    columns,
    cannotRead.map(({ what, why, remedy }) => [what, why, remedy]),
    width,
  )
}
