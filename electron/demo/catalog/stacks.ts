import { type Ground, idOf } from '../random.ts'

const ROWS: readonly (readonly [name: string, state: string, since: string])[] = [
  ['heroku-20', 'deprecated', '2020-10-13T00:00:00Z'],
  ['heroku-22', 'deprecated', '2022-06-15T00:00:00Z'],
  ['heroku-24', 'public', '2024-05-29T00:00:00Z'],
  ['heroku-26', 'public', '2026-03-19T00:00:00Z'],
  ['container', 'public', '2017-10-24T00:00:00Z'],
  ['cnb', 'public', '2024-11-07T00:00:00Z'],
]

/** The stacks that Heroku offers; heroku-26 is the default, heroku-20 is past its end. */
export const stacksOf = (ground: Ground) =>
  ROWS.map(([name, state, since]) => ({
    default: name === 'heroku-26',
    created_at: since,
    id: idOf(ground, 'stack', name),
    name,
    state,
    updated_at: since,
  }))

/** Id and name of a stack. */
export const stackRef = (ground: Ground, name: string) => ({ id: idOf(ground, 'stack', name), name })

const FIR_LACKS = ['app_maintenance', 'autoscaling', 'shield', 'ipv4_peering', 'docker_deploys', 'log_drains']

/** `GET /generations`. */
export const generationsOf = (ground: Ground) =>
  ['cedar', 'fir'].map((name) => ({
    created_at: name === 'fir' ? '2024-11-07T00:00:00Z' : '2011-05-31T00:00:00Z',
    id: idOf(ground, 'generation', name),
    name,
    updated_at: '2026-05-19T00:00:00Z',
    unsupported_features: name === 'fir' ? FIR_LACKS : ['telemetry_drains'],
    expanded_supported_features: (name === 'fir' ? FIR_LACKS : ['telemetry_drains']).map((feature) => ({
      name: feature,
      incompatible_type: 'permanent',
      scope: 'app',
    })),
  }))

/** Id and name of a generation. */
export const generationRef = (ground: Ground, name: string) => ({
  id: idOf(ground, 'generation', name),
  name,
})
