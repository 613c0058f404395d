import { describe, expect, it } from 'vitest'
import { dynos } from '../../../../electron/core/collectors/keystroke-logging.ts'
import { spaceHosts, spaceTopology } from '../../../../electron/core/collectors/space-contents.ts'
import { spaceDynos } from '../../../../electron/core/collectors/space-dynos.ts'
import { teamSpaces } from '../../../../electron/core/collectors/team-spaces.ts'
import { collect, forbidden, SUBJECT, uuid } from '../../../fakes/collecting.ts'

const { app, space, team } = SUBJECT
const ref = { id: space.id, name: space.name }
const at = '2025-01-01T12:00:00Z'

describe('what stands in a space', () => {
  it('is told by its topology, without addresses of dynos', async () => {
    const { contents, task } = await collect(spaceTopology, space, {
      [`/spaces/${space.id}/topology`]: {
        version: 1,
        apps: [
          {
            id: uuid(5),
            domains: ['b.example', 'a.example'],
            formation: [
              { id: uuid(51), process_type: 'worker', dynos: [] },
              {
                id: uuid(50),
                process_type: 'web',
                dynos: [{ id: uuid(52), number: 1, private_ip: '10.0.1.17', hostname: 'x' }],
              },
            ],
          },
          { id: uuid(6) },
        ],
      },
    })
    expect(contents).toEqual([
      {
        ...{ of: 'space-app', space: ref, app: uuid(5), domains: ['a.example', 'b.example'] },
        processes: [
          { type: 'web', dynos: 1 },
          { type: 'worker', dynos: 0 },
        ],
      },
      { of: 'space-app', space: ref, app: uuid(6), domains: [], processes: [] },
    ])
    expect(JSON.stringify(task.items)).not.toContain('10.0.1.17')
  })

  it('may have no topology', async () => {
    const { contents, task } = await collect(spaceTopology, space, {})
    expect(contents).toEqual([])
    expect(task.readings).toMatchObject([{ outcome: 'read' }, { outcome: 'off' }])
  })

  it('are its own machines', async () => {
    const { contents } = await collect(spaceHosts, space, {
      [`/spaces/${space.id}/hosts`]: [
        { host_id: 'h-1', state: 'available', available_capacity_percentage: 67, allocated_at: at },
      ],
    })
    expect(contents).toEqual([
      { of: 'host', id: 'h-1', space: ref, state: 'available', allocated_at: at, released_at: null },
    ])
  })

  it('is also what its team lists', async () => {
    const { contents } = await collect(teamSpaces, team, {
      [`/teams/${team.id}/spaces`]: [{ ...ref, shield: true }],
    })
    expect(contents).toEqual([{ of: 'team-space', ...ref, team: team.name }])
  })
})

describe('the dynos of a space', () => {
  const dyno = (name: string, type: string) => ({
    ...{ id: uuid(70), name, type, command: 'bin/x --key CANARY', size: 'Private-S', state: 'up' },
    ...{ created_at: at, release: { version: 3 }, attach_url: 'rendezvous://CANARY' },
  })
  const whole = `/spaces/${space.id}/dynos`
  const expected = [
    { of: 'dynos', app: { id: app.id, name: app.name }, one_off: 1 },
    { of: 'one-off-dyno', name: 'run.1', program: 'x' },
  ]

  it('come in one request for all of its apps', async () => {
    const { contents, asked, task } = await collect(spaceDynos, space, {
      [whole]: [
        { app_id: app.id, app_name: app.name, dynos: [dyno('web.1', 'web'), dyno('run.1', 'run')] },
        { app_id: uuid(8), app_name: 'idle', dynos: [] },
      ],
    })
    expect(contents).toMatchObject([...expected, { of: 'dynos', app: { name: 'idle' }, dynos: [] }])
    expect(asked).toEqual([whole])
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })

  it('are asked for app by app where the list of the space is refused', async () => {
    const listed = (id: string, name: string, inSpace: string) => ({
      ...{ id, name, owner: { email: 'ana@example.com' }, region: { name: 'dublin' }, created_at: at },
      ...{ stack: { name: 'heroku-24' }, build_stack: { name: 'heroku-24' }, maintenance: false },
      space: { id: inSpace, name: 'x', shield: false },
    })
    for (const refusal of [undefined, forbidden]) {
      const { contents, task } = await collect(spaceDynos, space, {
        ...(refusal && { [whole]: refusal }),
        '/apps': [listed(app.id, app.name, space.id), listed(uuid(9), 'elsewhere', uuid(99))],
        [`/apps/${app.id}/dynos`]: [dyno('web.1', 'web'), dyno('run.1', 'run')],
      })
      expect(contents).toMatchObject(expected)
      expect(task.readings).toMatchObject([
        { path: null, outcome: 'read' },
        { path: whole, outcome: refusal ? 'denied' : 'absent' },
      ])
    }
  })

  it('are left to the space by the collector of single apps', () => {
    expect(dynos.when?.({ ...app, space: ref })).toBe(false)
    expect(dynos.when?.(app)).toBe(true)
  })
})
