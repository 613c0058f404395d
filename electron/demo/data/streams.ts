import type { Addon } from '../addons.ts'
import type { Organisation } from '../organisation.ts'
import { idOf } from '../random.ts'

/** `GET /data/cdc/v0/addons/{id}`: the change streams that leave a database. */
export function streamsFrom(org: Organisation, addon: Addon) {
  const kafka = (org.addonsOf.get(addon.app.id) ?? []).find((one) => one.service.name === 'heroku-kafka')
  if (!addon.traits.database?.streams || !kafka) return []
  return [
    {
      uuid: idOf(org.ground, 'stream', addon.id),
      name: `gentle-connector-${addon.name.slice(-6)}`,
      tables: ['public.appointments', 'public.deliveries'],
      excluded_columns: ['public.appointments.diagnosis'],
      kafka_app: { name: kafka.app.name },
      kafka_addon: { name: kafka.name, uuid: kafka.id },
      postgres_app: { name: addon.app.name },
      postgres_addon: { name: addon.name, uuid: addon.id },
    },
  ]
}

/** `GET /data/cdc/v0/kafka_tenants/{id}`: the change streams that come into a cluster. */
export function streamsInto(org: Organisation, kafka: Addon) {
  return (org.addonsOf.get(kafka.app.id) ?? [])
    .flatMap((addon) => streamsFrom(org, addon))
    .filter((stream) => stream.kafka_addon.uuid === kafka.id)
}
