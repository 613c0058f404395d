import type { Probe } from '../../../shared/model/connection.ts'
import type { Refused } from './refused.ts'

/** A read that was tried: one of the two is null. */
export interface Tried<T> {
  readonly value: T | null
  readonly refused: Refused | null
}

/** What a probe found out. */
export interface Findings {
  readonly scopes: readonly string[] | null
  readonly account: Tried<unknown>
  readonly teams: Tried<Probe['teams']>
  readonly enterprises: Tried<Probe['enterprises']>
  /** Names of teams that refuse what admins see. */
  readonly closedTeams: readonly string[]
  /** Name of the app that was tried; null where there is none. */
  readonly configVars: Tried<string> | null
  /** Name of the database that was tried; null where there is none. */
  readonly dataApi: Tried<string> | null
}

type Gap = Probe['cannotRead'][number]

const NEW_TOKEN = 'ask for a token made with `heroku authorizations:create -s identity,read-protected`'

/** What a token will not be able to read, why, and what to ask the client for. */
export function gapsOf(found: Findings): readonly Gap[] {
  return [
    ...accountGaps(found),
    ...teamGaps(found),
    ...enterpriseGaps(found),
    ...secretGaps(found),
    ...authorizationGaps(found),
  ]
}

function accountGaps({ account, scopes }: Findings): Gap[] {
  if (!account.refused) return []
  const why =
    scopes && !scopes.some((scope) => scope === 'identity' || scope === 'global')
      ? `the token lacks the scope identity (its scope is ${scopes.join(', ')})`
      : `Heroku refuses it: ${account.refused.reason}`
  return [{ what: 'the collecting account: its second factor, SSH keys and sign-in', why, remedy: NEW_TOKEN }]
}

function teamGaps({ teams, closedTeams }: Findings): Gap[] {
  if (teams.refused) {
    const why = `Heroku refuses the list of teams: ${teams.refused.reason}`
    return [{ what: 'teams, their members and their apps', why, remedy: NEW_TOKEN }]
  }
  if (closedTeams.length === 0) return []
  const names = closedTeams.join(', ')
  return [
    {
      what: `invitations of ${closedTeams.length === 1 ? 'team' : 'teams'} ${names}, and what else only its admins see`,
      why: 'the account is no admin there',
      remedy: `ask an admin of ${names} to make this account an admin for the time of the collection`,
    },
  ]
}

function enterpriseGaps({ enterprises, teams }: Findings): Gap[] {
  if (enterprises.refused) {
    const why = `Heroku refuses the list of enterprise accounts: ${enterprises.refused.reason}`
    return [{ what: 'enterprise accounts and their audit trail', why, remedy: NEW_TOKEN }]
  }
  const seen = enterprises.value ?? []
  const weak = seen.filter((one) => !one.permissions.includes('manage'))
  const unseen = (teams.value ?? [])
    .map((team) => team.enterprise)
    .filter((name) => name !== null && !seen.some((one) => one.name === name))
  return [
    ...weak.map((one) => ({
      what: `the audit trail of enterprise account ${one.name}`,
      why: `it takes the permission manage; this account has ${one.permissions.join(', ') || 'none'}`,
      remedy: `ask for the permission manage on enterprise account ${one.name}`,
    })),
    ...[...new Set(unseen)].map((name) => ({
      what: `members and the audit trail of enterprise account ${name}`,
      why: 'teams of it are visible, the enterprise account itself is not: the account is no member of it',
      remedy: `ask for membership of enterprise account ${name} with the permissions view and manage`,
    })),
  ]
}

function secretGaps({ configVars, dataApi, scopes }: Findings): Gap[] {
  const gaps: Gap[] = []
  const read = scopes && !scopes.some((scope) => scope === 'global' || scope.endsWith('-protected'))
  const because = (refused: Refused) =>
    read ? `the scope ${scopes.join(', ')} leaves it out` : `Heroku refuses it: ${refused.reason}`
  if (configVars?.refused?.outcome === 'denied') {
    const what = 'config vars: their names and ages, and whether values were rotated'
    gaps.push({ what, why: because(configVars.refused), remedy: NEW_TOKEN })
  }
  if (dataApi?.refused && dataApi.refused.outcome !== 'absent') {
    const what = 'databases: encryption, high availability, rollback and backups'
    gaps.push({ what, why: because(dataApi.refused), remedy: NEW_TOKEN })
  }
  return gaps
}

function authorizationGaps({ scopes }: Findings): Gap[] {
  if (scopes !== null) return []
  return [
    {
      what: 'scope and expiry of this token',
      why: 'Heroku does not show the authorization that the token belongs to',
      remedy: 'note them from `heroku authorizations` of the account, for the workpapers',
    },
  ]
}
