import { describe, expect, it } from 'vitest'
import { dynos } from '../../../../electron/core/collectors/keystroke-logging.ts'
import { collect, SUBJECT, uuid } from '../../../fakes/collecting.ts'

const { app } = SUBJECT
const path = `/apps/${app.id}/dynos`

function dyno(n: number, type: string, command: string, attach_url: string | null = null) {
  return {
    ...{ id: uuid(n), name: `${type}.${n}`, type, command, attach_url, size: 'Standard-1X', state: 'up' },
    ...{ release: { id: uuid(900), version: 12 }, created_at: '2026-11-21T01:00:00Z', app },
  }
}

describe('running dynos', () => {
  it('are counted, and those started by hand are kept one by one', async () => {
    const { contents, task } = await collect(dynos, app, {
      [path]: [
        dyno(1, 'web', 'npm start'),
        dyno(2, 'web', 'npm start'),
        dyno(3, 'run', 'psql postgres://u:CANARY@db/x', 'rendezvous://host/CANARY'),
      ],
    })
    expect(contents).toEqual([
      {
        of: 'dynos',
        app: { id: app.id, name: app.name },
        dynos: [
          { type: 'run', size: 'Standard-1X', state: 'up', count: 1 },
          { type: 'web', size: 'Standard-1X', state: 'up', count: 2 },
        ],
        one_off: 1,
      },
      {
        of: 'one-off-dyno',
        id: uuid(3),
        app: { id: app.id, name: app.name },
        name: 'run.3',
        type: 'run',
        program: 'psql',
        attached: true,
        size: 'Standard-1X',
        state: 'up',
        release_version: 12,
        created_at: '2026-11-21T01:00:00Z',
      },
    ])
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })

  it('say so where none runs', async () => {
    const { contents } = await collect(dynos, app, { [path]: [] })
    expect(contents).toEqual([{ of: 'dynos', app: { id: app.id, name: app.name }, dynos: [], one_off: 0 }])
  })

  it.each([
    ['bash', 'bash'],
    ['  rails console ', 'rails'],
    ['TOKEN=CANARY ./bin/export --all', 'export'],
    ['"CANARY with quotes" x', ''],
    ['$(CANARY)', ''],
    ['', ''],
  ])('keep of %j the program %j', async (command, program) => {
    const { contents } = await collect(dynos, app, { [path]: [dyno(1, 'run', command)] })
    expect(contents[1]).toMatchObject({ program })
    expect(JSON.stringify(contents)).not.toContain('CANARY')
  })
})
