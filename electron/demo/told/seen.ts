import type { OutputOf } from '../../../shared/contract.ts'
import type { AuditEvent } from '../../../shared/model/event.ts'
import type { Asked } from './asked.ts'
import type { Seen } from './told.ts'

type Filter = { readonly type: string; readonly action?: string; readonly app?: string }

/**
 * What a compliance lead would read out of a fresh collection before writing tickets and reviews: the newest of
 * what the audit trail and the spaces show.
 */
export async function seenBy(core: Asked, collectionId: number): Promise<Seen> {
  const { engagement } = await core.ask('locker:info', {})
  const from = `${engagement.period.start}T00:00:00.000Z`
  const events = async (filter: Filter, limit: number) =>
    (await core.ask('event:page', { filter: { ...filter, from }, limit })).rows
  const ofOneApp = async (type: string): Promise<readonly (AuditEvent & { readonly app: string })[]> => {
    const app = (await events({ type }, 20)).find((event) => event.app !== null)?.app
    return app ? (await events({ type, app }, 1000)).map((event) => ({ ...event, app })) : []
  }
  const detailOf = async ({ seq }: AuditEvent, of: string): Promise<Readonly<Record<string, unknown>>> => {
    const { data } = JSON.parse((await core.ask('event:get', { seq })).json) as {
      data?: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>
    }
    return data?.[of] ?? {}
  }
  const permissions: { at: string; app: string; email: string }[] = []
  for (const event of await ofOneApp('collaborator')) {
    const { email } = await detailOf(event, 'collaborator')
    if (typeof email === 'string') permissions.push({ at: event.at, app: event.app, email })
  }
  let removed: Seen['removed'] = null
  for (const event of await events({ type: 'team_membership', action: 'destroy' }, 20)) {
    const { email } = await detailOf(event, 'user')
    if (typeof email === 'string') removed ??= { at: event.at, email }
  }
  let destroyed: Seen['destroyed'] = null
  for (const event of await events({ type: 'addon', action: 'destroy' }, 20)) {
    const { name } = await detailOf(event, 'addon')
    if (typeof name === 'string') destroyed ??= { at: event.at, addon: name }
  }
  const rulesets = await core.ask('evidence:page', { collectionId, topic: 'space-trusted-ips', limit: 1000 })
  return {
    permissions,
    configChanges: (await ofOneApp('config_change')).map(({ at, app, actor }) => ({ at, app, actor })),
    ruleChanges: rulesets.rows.map(ruleChange),
    removed,
    destroyed,
  }
}

function ruleChange({ content }: OutputOf<'evidence:page'>['rows'][number]): Seen['ruleChanges'][number] {
  const { created_at, space } = content as unknown as { created_at: string; space: { name: string } }
  return { at: created_at, space: space.name }
}
