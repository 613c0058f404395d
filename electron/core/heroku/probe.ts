import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { isProblem, type Problem, problem } from '../../../shared/errors.ts'
import type { Probe } from '../../../shared/model/connection.ts'
import { openHeroku, type TrackedReader } from './client.ts'
import { type Findings, gapsOf, type Tried } from './probe-gaps.ts'
import { Refused } from './refused.ts'
import { secret } from './secret.ts'
import type { Timing } from './timing.ts'
import { endOf } from './token-end.ts'

/** What it takes to try a token. */
export interface ProbeSettings {
  readonly apiUrl: string
  readonly dataUrl: string
  readonly token: string
  /** Address of a proxy; null reads the usual environment variables. */
  readonly proxy: string | null
  readonly signal?: AbortSignal
  readonly timing?: Partial<Timing>
}

const Account = z.object({ id: z.string(), email: z.string(), federated: z.boolean().default(false) })
const Authorization = z.object({
  scope: z.array(z.string()),
  access_token: z.object({ token: secret().nullish(), expires_in: z.number().nullish() }).nullish(),
})
const Team = z.object({
  id: z.string(),
  name: z.string(),
  role: z.string().nullish(),
  enterprise_account: z.object({ name: z.string() }).nullish(),
})
const Enterprise = z.object({ name: z.string(), permissions: z.array(z.string()).nullish() })
const Named = z.object({ id: z.string(), name: z.string() })
const Addon = Named.extend({
  addon_service: z.object({ name: z.string() }),
  plan: z.object({ name: z.string() }),
})

/** So many teams are tried at most. */
const MOST_TEAMS = 20

/** An answer of which nothing is wanted but that it came. */
const Nothing = z.object({})

/**
 * Tries a token without collecting anything: who it is, what it may do, until when, and what it will not be
 * able to read. About ten requests; config vars of one app and the data of one database are asked for and
 * dropped unread.
 * @throws Problem for a token that is refused, expired or malformed, a host that does not answer, and the like
 */
export async function probe(settings: ProbeSettings): Promise<Probe> {
  const client = openHeroku({
    ...settings,
    concurrency: 4,
    fingerprintKey: randomBytes(32),
    signal: settings.signal ?? new AbortController().signal,
    firstSeq: 1,
    retries: 2,
    reserve: 0,
  })
  try {
    const reader = client.reader(client.subject())
    const account = await tried(() => reader.get('/account', Account))
    const authorization = await ownAuthorization(reader)
    const teams = await tried(() => collected(reader.list('/teams', Team)))
    const enterprises = await tried(() => collected(reader.list('/enterprise-accounts', Enterprise)))
    const closedTeams = await refusedTeams(reader, teams.value ?? [])
    const configVars = await firstApp(reader)
    const dataApi = await firstDatabase(reader)
    if (account.refused && teams.refused) throw stopping(account.refused, settings)
    const findings: Findings = {
      scopes: authorization?.scopes ?? null,
      account,
      teams: { ...teams, value: teams.value?.map(teamOf) ?? null },
      enterprises: { ...enterprises, value: enterprises.value?.map(enterpriseOf) ?? null },
      closedTeams,
      configVars,
      dataApi,
    }
    const { rateLimitRemaining, clockOffsetMs } = client.stats()
    return {
      account: account.value ?? { id: '~', email: 'unknown', federated: false },
      scopes: findings.scopes,
      expiresAt: authorization?.expiresAt ?? null,
      teams: findings.teams.value ?? [],
      enterprises: findings.enterprises.value ?? [],
      rateLimitRemaining,
      clockOffsetMs,
      cannotRead: gapsOf(findings),
    }
  } finally {
    await client.close()
  }
}

async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

/** Runs a read whose refusal is a finding. What stops a collection stops a probe, too. */
async function tried<T>(read: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { value: await read(), refused: null }
  } catch (error) {
    if (error instanceof Refused) return { value: null, refused: error }
    throw error
  }
}

/** The authorization that this token belongs to, or null where Heroku does not show it. */
async function ownAuthorization(reader: TrackedReader) {
  for await (const one of reader.listIfAllowed('/oauth/authorizations', Authorization)) {
    if (!reader.isOwnToken(one.access_token?.token ?? null)) continue
    const seconds = one.access_token?.expires_in ?? null
    const told = reader.last()
    const asOf = Date.parse(told?.serverDate ?? told?.sentAt ?? '')
    const expiresAt = endOf(asOf, seconds)
    return { scopes: one.scope, expiresAt }
  }
  return null
}

/** Teams whose invitations are refused, which only admins see; tried where the account is no admin. */
async function refusedTeams(reader: TrackedReader, teams: readonly z.infer<typeof Team>[]) {
  const doubtful = teams.filter((team) => team.role !== 'admin').slice(0, MOST_TEAMS)
  const answers = await Promise.all(
    doubtful.map((team) => tried(() => collected(reader.list(`/teams/${team.id}/invitations`, Nothing)))),
  )
  return doubtful.filter((_, at) => answers[at]?.refused).map((team) => team.name)
}

/** Whether config vars can be read: tried on one app, nothing of them is kept. Null without an app. */
async function firstApp(reader: TrackedReader): Promise<Tried<string> | null> {
  for await (const app of reader.listIfAllowed('/apps', Named)) {
    return tried(async () => {
      await reader.get(`/apps/${app.id}/config-vars`, Nothing)
      return app.name
    })
  }
  return null
}

/** Whether the Data API can be read: tried on one database. Null without a database. */
async function firstDatabase(reader: TrackedReader): Promise<Tried<string> | null> {
  for await (const addon of reader.listIfAllowed('/addons', Addon)) {
    if (addon.addon_service.name !== 'heroku-postgresql') continue
    const path = addon.plan.name.endsWith(':advanced')
      ? `/data/postgres/v1/${addon.id}/info`
      : `/client/v11/databases/${addon.id}`
    return tried(async () => {
      await reader.get(path, Nothing, { api: 'data' })
      return addon.name
    })
  }
  return null
}

function teamOf(team: z.infer<typeof Team>) {
  return { name: team.name, role: team.role ?? null, enterprise: team.enterprise_account?.name ?? null }
}

function enterpriseOf(enterprise: z.infer<typeof Enterprise>) {
  return { name: enterprise.name, permissions: enterprise.permissions ?? [] }
}

/** A token for which neither the account nor the teams answer is of no use; the first refusal says why. */
function stopping(refused: Refused, settings: ProbeSettings): Problem {
  if (isProblem(refused.problem)) return refused.problem
  const { host } = new URL(settings.apiUrl)
  return problem('read-refused', { host, path: refused.path, said: refused.reason })
}
