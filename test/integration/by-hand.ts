import type { Answer } from '../../shared/model/check.ts'
import type { Topic } from '../../shared/model/topic.ts'
import { type Asking, type Got, rows } from './demo-walk.ts'

type Raw = Readonly<Record<string, unknown>>

/** What a person concludes from one raw answer: the item that has to be stored, and the answer about it. */
export interface ByHand {
  /** Where the raw fact was read. */
  readonly path: string
  /** Fields of the stored content that name the item, and those that the answer rests on. */
  readonly stored: Raw
  /** Null where the fact alone decides nothing: it is one of several of a subject. */
  readonly answer: Answer | null
}

/** A check followed by hand: from raw answers of Heroku to the control that it speaks to. */
export interface Trace {
  readonly check: string
  readonly topic: Topic
  readonly control: readonly [framework: 'soc2-2017' | 'iso27001-2022', control: string]
  /** Reads the raw answers and judges them, without anything of the app. */
  readonly read: (ask: Asking) => Promise<readonly ByHand[]>
}

const text = (row: Raw, field: string) => String(row[field])
const ref = (row: Raw, field: string) => row[field] as Raw | null

async function each(
  ask: Asking,
  list: string,
  path: (row: Raw) => string | null,
  judge: (got: Got, of: Raw) => readonly Omit<ByHand, 'path'>[],
): Promise<readonly ByHand[]> {
  const found: ByHand[] = []
  for (const row of rows(await ask(list))) {
    const below = path(row)
    if (below === null) continue
    const got = await ask(below, { range: 'id ..; max=1000' })
    found.push(...(got.status < 300 ? judge(got, row) : []).map((one) => ({ path: below, ...one })))
  }
  return found
}

/** A list whose rows each are a fact, judged one by one. */
async function alone(
  ask: Asking,
  path: string,
  judge: (row: Raw) => Omit<ByHand, 'path'>,
): Promise<readonly ByHand[]> {
  return rows(await ask(path)).map((row) => ({ path, ...judge(row) }))
}

const MAILBOX = '@herokumanager.com'
const DAY = 86_400_000

/** Ten checks of ten groups, each with what a person reads off Heroku's own answers. */
export const TRACES: readonly Trace[] = [
  {
    ...{ check: 'IDN-01', topic: 'member-mfa', control: ['soc2-2017', 'CC6.1'] },
    read: (ask) =>
      each(
        ask,
        '/teams',
        (team) => `/teams/${text(team, 'name')}/members`,
        (got, team) =>
          rows(got)
            .filter((row) => !text(row, 'email').endsWith(MAILBOX))
            .map((row) => ({
              stored: {
                ...{ of: 'team-member', in: team.name, email: row.email },
                two_factor_authentication: row.two_factor_authentication,
              },
              answer: row.federated ? 'not-evaluated' : row.two_factor_authentication ? 'pass' : 'fail',
            })),
      ),
  },
  {
    ...{ check: 'ACC-06', topic: 'app-inventory', control: ['soc2-2017', 'CC6.1'] },
    read: (ask) =>
      alone(ask, '/apps', (row) => ({
        stored: { id: row.id, owner: { email: ref(row, 'owner')?.email } },
        answer: row.archived_at
          ? 'not-applicable'
          : row.team || text(ref(row, 'owner') ?? {}, 'email').endsWith(MAILBOX)
            ? 'pass'
            : 'fail',
      })),
  },
  {
    ...{ check: 'TOK-01', topic: 'oauth-authorizations', control: ['soc2-2017', 'CC6.1'] },
    read: (ask) =>
      alone(ask, '/oauth/authorizations', (row) => ({
        stored: { of: 'authorization', id: row.id, scope: row.scope },
        answer: row.client
          ? 'not-applicable'
          : ref(row, 'access_token')?.expires_in === null
            ? 'fail'
            : 'pass',
      })),
  },
  {
    ...{ check: 'ADD-08', topic: 'addon-inventory', control: ['soc2-2017', 'CC9.2'] },
    async read(ask) {
      const attached = new Set(rows(await ask('/addon-attachments')).map((row) => ref(row, 'addon')?.id))
      return alone(ask, '/addons', (row) => ({
        stored: { of: 'addon', id: row.id, plan: { name: ref(row, 'plan')?.name } },
        answer: attached.has(row.id) ? 'pass' : 'fail',
      }))
    },
  },
  {
    ...{ check: 'CHG-06', topic: 'releases', control: ['soc2-2017', 'CC8.1'] },
    read: (ask) =>
      each(
        ask,
        '/apps',
        (app) => (app.archived_at ? null : `/apps/${text(app, 'id')}/releases`),
        (got) => {
          const all = rows(got).toSorted((a, b) => Number(a.version) - Number(b.version))
          const inYear = all.filter((row) => text(row, 'created_at').startsWith('2026'))
          const versions = inYear.map((row) => Number(row.version))
          const whole = versions.every(
            (version, index) => index === 0 || version === (versions[index - 1] ?? 0) + 1,
          )
          return inYear.map((row, index) => ({
            stored: { id: row.id, version: row.version, status: row.status },
            answer: index === 0 && whole ? 'pass' : null,
          }))
        },
      ),
  },
  {
    ...{ check: 'LOG-02', topic: 'log-drains', control: ['soc2-2017', 'CC6.7'] },
    read: (ask) =>
      each(
        ask,
        '/apps',
        (app) => `/apps/${text(app, 'id')}/log-drains`,
        (got) =>
          rows(got).map((row) => {
            const { protocol, hostname } = new URL(text(row, 'url'))
            const clear = protocol === 'syslog:' || protocol === 'http:'
            return {
              stored: { id: row.id, scheme: protocol.slice(0, -1), host: hostname },
              answer: clear ? 'fail' : 'pass',
            }
          }),
      ),
  },
  {
    ...{ check: 'NET-01', topic: 'space-trusted-ips', control: ['soc2-2017', 'CC6.6'] },
    read: (ask) =>
      each(
        ask,
        '/spaces',
        (space) => `/spaces/${text(space, 'name')}/inbound-ruleset`,
        ({ body }) => {
          const ruleset = body as Raw & { readonly rules: readonly Raw[] }
          const open = ruleset.rules.some(
            ({ action, source }) => action === 'allow' && source === '0.0.0.0/0',
          )
          return [
            {
              stored: { id: ruleset.id, current: true, rules: ruleset.rules },
              answer: open ? 'fail' : 'pass',
            },
          ]
        },
      ),
  },
  {
    ...{ check: 'TLS-02', topic: 'domains-acm-certificates', control: ['soc2-2017', 'CC6.7'] },
    read: (ask) =>
      each(
        ask,
        '/apps',
        (app) => `/apps/${text(app, 'id')}/sni-endpoints`,
        (got) =>
          rows(got).map((row) => {
            const certificate = ref(row, 'ssl_cert') ?? {}
            const left = (Date.parse(text(certificate, 'expires_at')) - Date.now()) / DAY
            // An automatic certificate with time left may still fail because its renewal does.
            const long = certificate.acm ? null : 'pass'
            return {
              stored: { of: 'certificate', id: row.id, expires_at: certificate.expires_at },
              answer: left < (certificate.acm ? 13 : 29) ? 'fail' : left > 31 ? long : null,
            }
          }),
      ),
  },
  {
    ...{ check: 'DAT-01', topic: 'postgres-encryption-at-rest', control: ['soc2-2017', 'CC6.1'] },
    read: (ask) =>
      each(
        ask,
        '/addons',
        (addon) =>
          ref(addon, 'addon_service')?.name === 'heroku-postgresql'
            ? `/client/v11/databases/${text(addon, 'id')}`
            : null,
        ({ body }, addon) => {
          const info = (body as { readonly info: readonly { name: string; values: readonly unknown[] }[] })
            .info
          const stated = info.find(({ name }) => name === 'Data Encryption')?.values[0]
          return [
            {
              stored: { addon: { id: addon.id }, stated: stated ?? null },
              answer: stated === undefined ? 'not-evaluated' : stated === 'In Use' ? 'pass' : null,
            },
          ]
        },
      ),
  },
  {
    ...{ check: 'PLT-01', topic: 'stack-eol', control: ['iso27001-2022', 'A.8.8'] },
    async read(ask) {
      const states = new Map(rows(await ask('/stacks')).map((row) => [text(row, 'name'), row.state]))
      return alone(ask, '/apps', (row) => {
        const stack = text(ref(row, 'stack') ?? {}, 'name')
        const own = stack === 'container' || stack === 'cnb'
        return {
          stored: { of: 'app', app: { id: row.id }, stack },
          answer: row.archived_at
            ? null
            : own
              ? 'not-evaluated'
              : states.get(stack) === 'public'
                ? 'pass'
                : 'fail',
        }
      })
    },
  },
]
