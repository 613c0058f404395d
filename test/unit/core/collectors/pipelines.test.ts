import { describe, expect, it } from 'vitest'
import { pipelineCouplings, pipelines } from '../../../../electron/core/collectors/pipelines-promotions.ts'
import { reviewApps } from '../../../../electron/core/collectors/review-apps.ts'
import { collect, forbidden, SUBJECT, uuid } from '../../../fakes/collecting.ts'

const { account, pipeline } = SUBJECT
const ref = { id: pipeline.id, name: pipeline.name }
const at = '2025-01-01T12:00:00Z'
const listed = { ...ref, owner: { id: uuid(2), type: 'team' }, created_at: at }

describe('pipelines', () => {
  it('are listed with their owner', async () => {
    const { contents } = await collect(pipelines, account, { '/pipelines': [{ ...listed, updated_at: at }] })
    expect(contents).toEqual([{ of: 'pipeline', ...listed }])
  })

  it('name the apps of their couplings, or give the id where the name is not known', async () => {
    const coupling = (n: number, app: string) => ({
      id: uuid(n),
      pipeline: { id: pipeline.id },
      app: { id: app },
      stage: 'production',
      created_at: at,
    })
    const app = {
      id: uuid(5),
      name: 'shop-api',
      owner: { email: 'ana@example.com' },
      region: { name: 'eu' },
      stack: { name: 'heroku-24' },
      build_stack: { name: 'heroku-24' },
      maintenance: false,
      created_at: at,
    }
    const { contents } = await collect(pipelineCouplings, account, {
      '/pipelines': [listed],
      '/apps': [app],
      '/pipeline-couplings': [coupling(40, uuid(5)), coupling(41, uuid(6))],
    })
    expect(contents).toEqual([
      { of: 'coupling', ...coupling(40, uuid(5)), pipeline: ref, app: { id: uuid(5), name: 'shop-api' } },
      { of: 'coupling', ...coupling(41, uuid(6)), pipeline: ref, app: { id: uuid(6), name: uuid(6) } },
    ])
  })
})

describe('review apps', () => {
  const configPath = `/pipelines/${pipeline.id}/review-app-config`
  const config = {
    automatic_review_apps: true,
    destroy_stale_apps: false,
    stale_days: 5,
    wait_for_ci: true,
    deploy_target: { id: 'us', type: 'region' },
  }

  it('are off where Heroku answers 404, which is evidence too', async () => {
    const { task, contents, asked } = await collect(reviewApps, pipeline, {})
    expect(contents).toEqual([
      {
        of: 'config',
        pipeline: ref,
        enabled: false,
        automatic_review_apps: null,
        destroy_stale_apps: null,
        stale_days: null,
        wait_for_ci: null,
        deploy_target: null,
      },
    ])
    expect(task.readings).toMatchObject([
      { outcome: 'read', items: 1 },
      { path: configPath, outcome: 'off' },
    ])
    expect(asked).toEqual([configPath])
  })

  it('are not taken for off where they are denied', async () => {
    const { task } = await collect(reviewApps, pipeline, { [configPath]: forbidden })
    expect(task.items).toEqual([])
    expect(task.readings).toMatchObject([{ path: configPath, outcome: 'denied' }])
  })

  it('tell how they end, and which there are', async () => {
    const { contents } = await collect(reviewApps, pipeline, {
      [configPath]: { ...config, repo: { id: 1 } },
      [`/pipelines/${pipeline.id}/review-apps`]: [
        {
          id: uuid(42),
          app: { id: uuid(5) },
          branch: 'fix',
          status: 'created',
          created_at: at,
          message: 'x',
        },
      ],
    })
    expect(contents).toEqual([
      { of: 'config', pipeline: ref, enabled: true, ...config },
      {
        of: 'review-app',
        id: uuid(42),
        pipeline: ref,
        app: uuid(5),
        branch: 'fix',
        status: 'created',
        created_at: at,
      },
    ])
  })
})
