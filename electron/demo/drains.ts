import type { App } from './apps.ts'
import { canary } from './canary.ts'
import type { Organisation } from './organisation.ts'
import { ago, idOf } from './random.ts'
import type { Space } from './spaces.ts'
import type { DrainTraits } from './traits.ts'

/** Log drains of an app; `addon` belongs to the app's logging add-on. */
export function drainsOf(org: Organisation, app: App) {
  const fallback: readonly DrainTraits[] = app.generation === 'fir' ? [] : ['syslog-tls']
  return (app.traits.drains ?? fallback).map((kind, i) => {
    const addon = kind === 'addon' ? org.addonsOf.get(app.id)?.find((a) => a.service.drains) : undefined
    return {
      addon: addon ? { id: addon.id, name: addon.name, app: { id: app.id, name: app.name } } : null,
      app: { id: app.id, name: app.name },
      created_at: app.createdAt,
      id: idOf(org.ground, 'drain', app.name, i),
      token: `d.${canary(org.ground, 'drain', app.name, i)}`,
      updated_at: app.createdAt,
      url: address(org, app, kind),
    }
  })
}

function address(org: Organisation, app: App, kind: DrainTraits): string {
  const secret = canary(org.ground, 'drain-url', app.name)
  switch (kind) {
    case 'syslog-tls':
      return 'syslog+tls://logs.northquay.example:6514'
    case 'https':
      return 'https://ingest.logs.example/heroku'
    case 'syslog-plain':
      return 'syslog://logs.legacy.example:514'
    case 'userinfo':
      return `https://northquay:${secret}@ingest.logs.example/drain`
    case 'query-key':
      return `https://http-intake.logs.example/api/v2/logs?service=${app.name}&api-key=${secret}`
    case 'addon':
      return 'syslog+tls://logs7.papertrailapp.example:41853'
  }
}

/** The log drain of a Shield space, where there is one. */
export function spaceDrainOf(org: Organisation, space: Space) {
  if (!space.logDrain) return null
  return {
    addon: null,
    app: null,
    created_at: space.createdAt,
    id: idOf(org.ground, 'space-drain', space.name),
    token: `d.${canary(org.ground, 'space-drain', space.name)}`,
    updated_at: space.createdAt,
    url: `https://shield:${canary(org.ground, 'space-drain-url', space.name)}@siem.northquay.example:8443/heroku`,
  }
}

/** A telemetry drain of an app or a space on Fir. */
export function telemetryDrain(
  org: Organisation,
  owner: { id: string; name: string; type: 'app' | 'space' },
) {
  return {
    created_at: ago(org.ground, 100, 5),
    id: idOf(org.ground, 'telemetry-drain', owner.name),
    owner: { id: owner.id, type: owner.type },
    signals: ['traces', 'metrics', 'logs'],
    exporter: {
      type: 'otlphttp',
      endpoint:
        owner.type === 'app'
          ? 'https://traces.elsewhere.example:4318'
          : 'https://otel.northquay.example:4318',
      headers: { 'x-otlp-key': canary(org.ground, 'telemetry', owner.name), 'x-tenant': 'northquay' },
    },
    updated_at: ago(org.ground, 50, 5),
  }
}
