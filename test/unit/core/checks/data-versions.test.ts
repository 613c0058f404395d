import { maintenanceNotOverdue, versionsSupported } from '../../../../electron/core/checks/data-versions.ts'
import type { DataService, ServiceVersionContent } from '../../../../shared/model/content.ts'
import { daysAgo, denied, item, type Planted, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { addon, ref, SHOP } from '../../../fakes/planted.ts'

function service(name: string, plan: string): DataService {
  const tier = plan.split(':')[1]?.split('-')[0] ?? plan
  return { addon: ref('addon', name), app: ref('app', 'shop'), plan, tier }
}
const nothing = {
  given: { items: SHOP },
  answers: [['whole collection', 'not-applicable', /no data service/]] as const,
}

type Engine = Extract<ServiceVersionContent, { of: 'version' }>['engine']
function version(name: string, plan: string, engine: Engine, told: string | null): readonly Planted[] {
  const content: ServiceVersionContent = {
    ...{ of: 'version', ...service(name, plan), engine, version: told, status: 'available' },
    ...{ maintenance: null, created_at: daysAgo(100) },
  }
  return [addon(name, 'shop', plan), item('data-service-versions', name, content)]
}
const pg = 'heroku-postgresql:standard-0'

judges(versionsSupported, {
  'supported, ended, not in the table': {
    given: {
      items: [
        ...SHOP,
        ...version('pg-16', pg, 'postgres', '16.9'),
        ...version('pg-15', pg, 'postgres', '15.13'),
        ...version('pg-9', pg, 'postgres', '9.6.24'),
        ...version('pg-99', pg, 'postgres', '99.1'),
        ...version('mute', pg, 'postgres', null),
        ...version('kv-72', 'heroku-redis:mini', 'key-value', '7.2.8'),
        ...version('kv-60', 'heroku-redis:mini', 'key-value', '6.0.20'),
        ...version('kv-62', 'heroku-redis:mini', 'key-value', '6.2.14'),
        ...version('kafka', 'heroku-kafka:basic-0', 'kafka', '3.7.1'),
      ],
    },
    answers: [
      ['pg-16', 'pass', /Postgres 16\.9 is supported until 2027-09-30 \(Heroku Dev Center/],
      ['pg-15', 'fail', /ended on 2026-09-30/],
      ['pg-9', 'fail', /ended on 2021-11-11/],
      ['pg-99', 'not-evaluated', /missing in the table of 2026-11-21/],
      ['mute', 'not-evaluated', /did not tell/],
      ['kv-72', 'pass', /until 2027-04-16 \(the Valkey/],
      ['kv-60', 'fail'],
      ['kv-62', 'not-evaluated', /missing in the table/],
      ['kafka', 'not-evaluated', /Kafka 3\.7\.1 is missing/],
    ],
  },
  'the last days of support, and the day after': {
    given: {
      asOf: '2026-09-30T23:00:00.000Z',
      items: [...SHOP, ...version('pg-15', pg, 'postgres', '15.1')],
    },
    answers: [['pg-15', 'pass', /which is 0 days away/]],
  },
  'one day later': {
    given: {
      asOf: '2026-10-01T00:00:01.000Z',
      items: [...SHOP, ...version('pg-15', pg, 'postgres', '15.1')],
    },
    answers: [['pg-15', 'fail']],
  },
  refused: {
    given: {
      items: [...SHOP, addon('pg-1', 'shop', pg)],
      readings: [denied('data-service-versions', 'addon', 'pg-1', '/client/v11/databases/1')],
    },
    answers: [['pg-1', 'not-evaluated', /denied/]],
  },
  none: nothing,
})

function maintenance(
  name: string,
  more: Partial<Extract<ServiceVersionContent, { of: 'maintenance' }>>,
): readonly Planted[] {
  const content: ServiceVersionContent = {
    ...{ of: 'maintenance', ...service(name, pg), status: 'pending', required_by: daysAgo(-10) },
    ...{ scheduled_for: daysAgo(-5), window: 'Sundays', method: null, reason: null, started_at: null },
    ...{ completed_at: null, duration_seconds: null, ...more },
  }
  return [addon(name, 'shop', pg), item('data-service-versions', `${name} maintenance`, content)]
}

judges(maintenanceNotOverdue, {
  'none, planned, overdue, without a date, unknown state': {
    given: {
      items: [
        ...SHOP,
        ...maintenance('calm', { status: 'none', required_by: daysAgo(30) }),
        ...maintenance('done', { status: 'completed', required_by: daysAgo(30) }),
        ...maintenance('planned', {}),
        ...maintenance('late', { required_by: daysAgo(1), status: 'ready' }),
        ...maintenance('free', { required_by: null }),
        ...maintenance('odd', { status: 'pondering' }),
      ],
    },
    answers: [
      ['calm', 'pass', /No maintenance is due/],
      ['done', 'pass', /is done/],
      ['planned', 'pass', /required by 2026-12-01; it is planned for 2026-11-26/],
      ['late', 'fail', /Maintenance is ready, and was required by 2026-11-20/],
      ['free', 'pass', /no date/],
      ['odd', 'not-evaluated', /“pondering”/],
    ],
  },
  'refused, or not in the list of the app': {
    given: {
      items: [...SHOP, addon('pg-1', 'shop', pg), addon('pg-2', 'shop-staging', pg)],
      readings: [
        denied('data-service-versions', 'app', 'shop', '/data/maintenances/v1/apps/1'),
        reading('data-service-versions', 'app', 'shop-staging'),
      ],
    },
    answers: [
      ['pg-1', 'not-evaluated', /denied/],
      ['pg-2', 'not-evaluated', /does not name it/],
    ],
  },
  none: nothing,
})
