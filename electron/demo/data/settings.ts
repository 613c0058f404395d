import type { Addon } from '../addons.ts'
import type { Organisation } from '../organisation.ts'
import { SHARED, tierOf } from './postgres.ts'

/** `GET /postgres/v0/databases/{id}/config`. Plans on shared servers have no settings. */
export function postgresConfig(_org: Organisation, addon: Addon) {
  if (SHARED.has(tierOf(addon))) return {}
  const logs = addon.traits.database?.logs ?? 'ddl'
  const entry = <T>(value: T, desc: string, fallback: T) => ({ value, desc, default: fallback })
  return {
    log_lock_waits: entry(true, 'Log when waiting for a lock takes long.', true),
    log_connections: entry(logs !== 'nothing', 'Log each connection.', true),
    log_min_duration_statement: entry(2000, 'Log statements that take longer, in ms.', 2000),
    log_statement: {
      ...entry(logs === 'nothing' ? 'none' : logs, 'Which statements are logged.', 'ddl'),
      values: { none: 'none', ddl: 'data definition', mod: 'modification', all: 'all' },
    },
    track_functions: {
      ...entry('none', 'Track function calls.', 'none'),
      values: { none: 'none', pl: 'procedural', all: 'all' },
    },
  }
}

/** `GET /redis/v0/databases/{name}/config`. */
export function redisConfig() {
  return {
    maxmemory_policy: {
      value: 'noeviction',
      desc: 'What happens when memory is full.',
      default: 'noeviction',
      values: {
        noeviction: 'return errors',
        'allkeys-lru': 'least recently used',
        'volatile-lru': 'least recently used with expiry',
        'allkeys-random': 'random',
        'volatile-random': 'random with expiry',
        'volatile-ttl': 'shortest time to live',
        'allkeys-lfu': 'least frequently used',
        'volatile-lfu': 'least frequently used with expiry',
      },
    },
    notify_keyspace_events: { value: '', desc: 'Keyspace notifications.', default: '' },
    timeout: { value: 300, desc: 'Idle seconds before a connection ends.', default: 300 },
    standby_segv_workaround: { value: false, desc: 'Standby workaround.', default: false },
  }
}
