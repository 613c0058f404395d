import { describe, expect, it } from 'vitest'
import { buildpacks, builds } from '../../../../electron/core/collectors/builds-slugs.ts'
import { releases } from '../../../../electron/core/collectors/releases.ts'
import { collect, SUBJECT, uuid } from '../../../fakes/collecting.ts'

const app = { id: SUBJECT.app.id, name: SUBJECT.app.name }
const user = { id: uuid(7), email: 'ana@example.com' }
const created_at = '2025-01-01T12:00:00Z'

describe('builds', () => {
  it('keep checksum and version of the source, not its address', async () => {
    const { task, contents } = await collect(builds, SUBJECT.app, {
      [`/apps/${SUBJECT.app.id}/builds`]: [
        {
          id: uuid(60),
          status: 'succeeded',
          stack: 'heroku-24',
          user,
          buildpacks: [
            { name: 'https://CANARY@github.com/acme/pack', url: 'https://CANARY@github.com/acme/pack' },
          ],
          source_blob: { checksum: 'SHA256:aa', version: 'v1', url: 'https://s.example/x?token=CANARY' },
          output_stream_url: 'https://build.example/CANARY',
          slug: { id: uuid(61) },
          release: null,
          created_at,
        },
      ],
    })
    expect(contents).toEqual([
      {
        of: 'build',
        id: uuid(60),
        app,
        status: 'succeeded',
        stack: 'heroku-24',
        user,
        buildpacks: ['https://github.com/acme/pack'],
        source_checksum: 'SHA256:aa',
        source_version: 'v1',
        slug: uuid(61),
        release: null,
        created_at,
      },
    ])
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })

  it('of a Fir app have neither slug nor buildpacks', async () => {
    const { contents } = await collect(builds, SUBJECT.app, {
      [`/apps/${SUBJECT.app.id}/builds`]: [{ id: uuid(60), status: 'failed', user, created_at }],
    })
    expect(contents).toMatchObject([{ buildpacks: [], slug: null, source_version: null, stack: null }])
  })
})

describe('buildpacks', () => {
  it('lose the access token that people put into their address', async () => {
    const { task, contents } = await collect(buildpacks, SUBJECT.app, {
      [`/apps/${SUBJECT.app.id}/buildpack-installations`]: [
        { ordinal: 0, buildpack: { name: 'heroku/ruby', url: 'urn:buildpack:heroku/ruby' } },
        {
          ordinal: 1,
          buildpack: { name: 'https://o:CANARY@git.example/p#v2', url: 'https://o:CANARY@git.example/p#v2' },
        },
      ],
    })
    expect(contents).toEqual([
      { of: 'buildpack', app, ordinal: 0, name: 'heroku/ruby', url: 'urn:buildpack:heroku/ruby' },
      { of: 'buildpack', app, ordinal: 1, name: 'https://git.example/p#v2', url: 'https://git.example/p#v2' },
    ])
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })
})

describe('releases', () => {
  it('are read newest first and keep what changed', async () => {
    const { task, contents } = await collect(releases, SUBJECT.app, {
      [`/apps/${SUBJECT.app.id}/releases`]: [
        {
          id: uuid(62),
          version: 42,
          description: 'Set STRIPE_KEY config vars',
          status: 'succeeded',
          user,
          current: true,
          slug: { id: uuid(61) },
          oci_image: null,
          addon_plan_names: ['heroku-postgresql:standard-0'],
          created_at,
          output_stream_url: 'https://release.example/CANARY',
        },
      ],
    })
    expect(contents).toEqual([
      {
        id: uuid(62),
        app,
        version: 42,
        description: 'Set STRIPE_KEY config vars',
        status: 'succeeded',
        user,
        current: true,
        slug: uuid(61),
        oci_image: null,
        addon_plan_names: ['heroku-postgresql:standard-0'],
        created_at,
      },
    ])
    expect(task.requests[0]?.range.asked).toBe('version ..; order=desc, max=1000')
    expect(task.items[0]?.subject).toBe('shop-api v42')
  })
})
