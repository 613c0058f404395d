import { describe, expect, it } from 'vitest'
import { appTelemetry } from '../../../../electron/core/collectors/telemetry-drains.ts'
import { collect, SUBJECT, uuid } from '../../../fakes/collecting.ts'

const fir = { ...SUBJECT.app, generation: 'fir' }

describe('telemetry drains', () => {
  it('keep the names of headers, never their values', async () => {
    const { task, contents } = await collect(appTelemetry, fir, {
      [`/apps/${fir.id}/telemetry-drains`]: [
        {
          id: uuid(52),
          owner: { id: fir.id, type: 'app' },
          signals: ['traces', 'logs'],
          exporter: {
            type: 'otlphttp',
            endpoint: 'https://user:CANARY@otlp.example:4318/CANARY?key=CANARY',
            headers: { 'X-Team': 'CANARY', 'Api-Key': 'CANARY' },
          },
          created_at: '2025-01-01T12:00:00Z',
        },
      ],
    })
    expect(contents).toEqual([
      {
        id: uuid(52),
        owner: { id: fir.id, name: 'shop-api', type: 'app' },
        signals: ['logs', 'traces'],
        exporter_type: 'otlphttp',
        scheme: 'https',
        host: 'otlp.example',
        port: 4318,
        credential_in_address: true,
        header_names: ['Api-Key', 'X-Team'],
        created_at: '2025-01-01T12:00:00Z',
      },
    ])
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })

  it('are asked for on Fir only', () => {
    expect(appTelemetry.when?.(SUBJECT.app)).toBe(false)
    expect(appTelemetry.when?.(fir)).toBe(true)
  })
})
