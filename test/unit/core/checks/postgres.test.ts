import { lastBackupSucceeded } from '../../../../electron/core/checks/backup-results.ts'
import { backupsScheduled } from '../../../../electron/core/checks/backup-schedules.ts'
import {
  databasesEncrypted,
  productionIsHighlyAvailable,
  rollbackAvailable,
} from '../../../../electron/core/checks/postgres-protection.ts'
import { restoreTested } from '../../../../electron/core/checks/restore-tests.ts'
import type {
  PostgresAvailabilityContent,
  PostgresBackupContent,
  PostgresDatabase,
  PostgresEncryptionContent,
  PostgresRollbackContent,
} from '../../../../shared/model/content.ts'
import { daysAgo, denied, item, type Planted, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { addon, app, attached, coupled, ref, SHOP } from '../../../fakes/planted.ts'

const plan = (tier: string) => `heroku-postgresql:${tier}-0`
const database = (name: string, tier: string, app = 'shop'): PostgresDatabase => ({
  addon: ref('addon', name),
  app: ref('app', app),
  plan: plan(tier),
  tier,
  version: '17.2',
})

/** A database of an app with what the Data API tells of it. */
function encrypted(
  name: string,
  tier: string,
  more: Partial<PostgresEncryptionContent> = {},
): readonly Planted[] {
  const content = { ...database(name, tier), encrypted: true, stated: 'In Use', customer_key: null, ...more }
  return [addon(name, 'shop', plan(tier)), item('postgres-encryption-at-rest', name, content)]
}

function available(
  name: string,
  tier: string,
  app: string,
  more: Partial<PostgresAvailabilityContent> = {},
): readonly Planted[] {
  const content = {
    ...database(name, tier, app),
    highly_available: true,
    stated: 'Available',
    followers: 0,
    ...more,
  }
  return [addon(name, app, plan(tier)), item('postgres-high-availability', name, content)]
}

function rollback(
  name: string,
  tier: string,
  app: string,
  more: Partial<PostgresRollbackContent> = {},
): readonly Planted[] {
  const content = {
    ...database(name, tier, app),
    continuous_protection: true,
    rollback: true,
    earliest_time: daysAgo(7),
    latest_time: null,
    stated: null,
    created_at: daysAgo(300),
    ...more,
  }
  return [addon(name, app, plan(tier)), item('postgres-rollback', name, content)]
}

const unread = (
  topic: 'postgres-encryption-at-rest' | 'postgres-high-availability' | 'postgres-rollback',
) => ({
  given: {
    items: [...SHOP, addon('pg-1', 'shop', plan('premium'))],
    readings: [denied(topic, 'addon', 'pg-1', '/client/v11/databases/1')],
  },
  answers: [['pg-1', 'not-evaluated', /denied/]] as const,
})
const none = {
  given: { items: SHOP },
  answers: [['whole collection', 'not-applicable', /no Heroku Postgres/]] as const,
}

judges(databasesEncrypted, {
  'encrypted, with whose key, with the note on PCI': {
    given: {
      items: [
        ...encrypted('pg-1', 'premium'),
        ...encrypted('pg-2', 'private', { customer_key: 'arn:aws:kms:x' }),
      ],
    },
    answers: [
      ['pg-1', 'pass', /does not meet PCI DSS 3\.5\.1 \(see 3\.5\.1\.2\)/],
      ['pg-2', 'pass', /with a key of the customer/],
    ],
  },
  'not encrypted, unknown words, no row': {
    given: {
      items: [
        ...encrypted('off', 'mini', { encrypted: false, stated: 'Off' }),
        ...encrypted('odd', 'standard', { encrypted: null, stated: 'Perhaps' }),
        ...encrypted('mute', 'essential', { encrypted: null, stated: null }),
      ],
    },
    answers: [
      ['off', 'fail'],
      ['odd', 'not-evaluated', /“Perhaps”/],
      ['mute', 'not-evaluated', /tells nothing about encryption/],
    ],
  },
  refused: unread('postgres-encryption-at-rest'),
  'a database that was never read': {
    given: { items: [addon('pg-1', 'shop', plan('premium'))] },
    answers: [['pg-1', 'not-evaluated', /was not read/]],
  },
  none,
})

judges(productionIsHighlyAvailable, {
  'production with and without, staging without': {
    given: {
      items: [
        ...SHOP,
        ...available('pg-1', 'premium', 'shop'),
        ...available('pg-2', 'standard', 'shop', { highly_available: false, followers: 1 }),
        ...available('pg-3', 'essential', 'shop', { highly_available: null }),
        ...available('pg-4', 'standard', 'shop-staging', { highly_available: false }),
        ...available('pg-5', 'advanced', 'shop', { highly_available: null }),
      ],
    },
    answers: [
      ['pg-1', 'pass'],
      ['pg-2', 'fail', /has a follower, to be promoted by hand/],
      ['pg-3', 'fail'],
      ['pg-4', 'not-applicable'],
      ['pg-5', 'not-evaluated'],
    ],
  },
  refused: unread('postgres-high-availability'),
  none,
})

judges(rollbackAvailable, {
  'the window of the plan, the age of a young database, and less': {
    given: {
      items: [
        ...SHOP,
        ...rollback('full', 'premium', 'shop'),
        ...rollback('standard', 'standard', 'shop', { earliest_time: daysAgo(4) }),
        ...rollback('young', 'premium', 'shop', { created_at: daysAgo(2), earliest_time: daysAgo(1.5) }),
        ...rollback('fork', 'premium', 'shop', { earliest_time: daysAgo(2) }),
        ...rollback('off', 'standard', 'shop', { rollback: false, stated: 'Unavailable' }),
        ...rollback('essential', 'essential', 'shop', { rollback: null, earliest_time: null }),
        ...rollback('mute', 'premium', 'shop', { earliest_time: null }),
        ...rollback('test', 'essential', 'shop-staging', { rollback: false }),
      ],
    },
    answers: [
      ['full', 'pass', /2026-11-14 09:00 UTC/],
      ['standard', 'pass', /offers 4 days/],
      ['young', 'pass'],
      ['fork', 'fail', /only, although .* 7 days/],
      ['off', 'fail', /“Unavailable”/],
      ['essential', 'fail', /has no rollback/],
      ['mute', 'not-evaluated'],
      ['test', 'not-applicable'],
    ],
  },
  refused: unread('postgres-rollback'),
  none,
})

type Schedule = Extract<PostgresBackupContent, { of: 'schedule' }>
type Transfer = Extract<PostgresBackupContent, { of: 'transfer' }>
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

function schedule(name: string, more: Partial<Schedule> = {}) {
  return item('postgres-backups', `${name} schedule`, {
    of: 'schedule',
    id: `schedule:${name}`,
    addon: ref('addon', name),
    app: ref('app', 'shop'),
    name: 'DATABASE_URL',
    hour: 2,
    timezone: 'UTC',
    days: DAYS,
    retain_weeks: 4,
    retain_months: 0,
    ...more,
  })
}

const schedulesRead = (name: string, count: number) =>
  item('postgres-backups', `${name} schedules`, {
    of: 'schedules-read',
    addon: ref('addon', name),
    app: ref('app', 'shop'),
    plan: plan('premium'),
    count,
  })

function transfer(label: string, kind: Transfer['kind'], more: Partial<Transfer> = {}) {
  return item('postgres-backups', `shop ${label}`, {
    of: 'transfer',
    id: `transfer:${label}`,
    app: ref('app', 'shop'),
    label,
    kind,
    from_name: 'DATABASE',
    to_name: 'BACKUP',
    succeeded: true,
    warnings: 0,
    source_bytes: 1,
    processed_bytes: 1,
    created_at: daysAgo(1),
    finished_at: daysAgo(1),
    deleted_at: null,
    ...more,
  })
}

const pg = [...SHOP, addon('pg-1', 'shop', plan('premium')), attached('pg-1', 'shop', 'DATABASE')]
const transfersRead = reading('postgres-backups', 'app', 'shop')
const accepts = { continuousProtectionReplacesBackups: true }

judges(backupsScheduled, {
  'daily and kept': {
    given: { items: [...pg, schedulesRead('pg-1', 1), schedule('pg-1')] },
    answers: [['pg-1', 'pass', /Daily at 02:00 UTC, kept for about 4 weeks/]],
  },
  none: {
    given: { items: [...pg, schedulesRead('pg-1', 0)] },
    answers: [['pg-1', 'fail', /No backup is scheduled/]],
  },
  'on weekdays only': {
    given: { items: [...pg, schedule('pg-1', { days: ['Monday', 'Friday'] })] },
    answers: [['pg-1', 'fail', /not daily: Monday Friday/]],
  },
  'not kept long enough': {
    policy: { backupRetainWeeks: 8 },
    given: { items: [...pg, schedule('pg-1')] },
    answers: [['pg-1', 'fail', /less than 8 weeks/]],
  },
  'how long was not told': {
    given: { items: [...pg, schedule('pg-1', { retain_weeks: null, retain_months: null })] },
    answers: [['pg-1', 'not-evaluated']],
  },
  'a plan without schedules, and a refusal': {
    given: {
      items: [addon('adv', 'shop', 'heroku-postgresql:advanced'), addon('pg-9', 'shop', plan('premium'))],
      readings: [denied('postgres-backups', 'addon', 'pg-9', '/client/v11/databases/9/transfer-schedules')],
    },
    answers: [
      ['adv', 'not-evaluated', /offers no backup schedules/],
      ['pg-9', 'not-evaluated', /denied/],
    ],
  },
  'the policy accepts continuous protection': {
    policy: accepts,
    given: { items: [...SHOP, ...rollback('pg-1', 'premium', 'shop'), schedulesRead('pg-1', 0)] },
    answers: [['pg-1', 'not-applicable', /Continuous protection is on/]],
  },
  'no database': none,
})

judges(lastBackupSucceeded, {
  'exactly 48 hours ago': {
    given: {
      items: [
        ...pg,
        transfer('a002', 'scheduled-backup', { finished_at: daysAgo(2), created_at: daysAgo(2) }),
      ],
      readings: [transfersRead],
    },
    answers: [['pg-1', 'pass', /a002, succeeded on 2026-11-19 09:00 UTC/]],
  },
  'the newest counts: a failure after a success': {
    given: {
      items: [
        ...pg,
        transfer('a002', 'scheduled-backup', {
          succeeded: false,
          created_at: daysAgo(0.5),
          finished_at: daysAgo(0.5),
        }),
        transfer('a001', 'scheduled-backup'),
      ],
      readings: [transfersRead],
    },
    answers: [['pg-1', 'fail', /a002 of .* failed/]],
  },
  'one that is running does not hide the one before': {
    given: {
      items: [
        ...pg,
        transfer('a002', 'scheduled-backup', { succeeded: null, created_at: daysAgo(0), finished_at: null }),
        transfer('a001', 'scheduled-backup'),
      ],
      readings: [transfersRead],
    },
    answers: [['pg-1', 'pass', /a001/]],
  },
  'too old; manual ones do not count': {
    given: {
      items: [
        ...pg,
        transfer('a001', 'scheduled-backup', { finished_at: daysAgo(3), created_at: daysAgo(3) }),
        transfer('b002', 'manual-backup'),
      ],
      readings: [transfersRead],
    },
    answers: [['pg-1', 'fail', /more than 48 hours/]],
  },
  'each database of an app has its own': {
    given: {
      items: [
        ...pg,
        addon('pg-2', 'shop', plan('standard')),
        attached('pg-2', 'shop', 'HEROKU_POSTGRESQL_RED'),
        transfer('a001', 'scheduled-backup'),
        addon('pg-3', 'shop', 'heroku-postgresql:advanced'),
      ],
      readings: [transfersRead, reading('postgres-backups', 'addon', 'pg-2')],
    },
    answers: [
      ['pg-1', 'pass'],
      ['pg-2', 'fail', /no scheduled backup/],
      ['pg-3', 'not-evaluated', /offers no scheduled backups on heroku-postgresql:advanced/],
    ],
  },
  'a review app needs none': {
    given: {
      items: [
        app('shop-pr-1'),
        coupled('shop-pr-1', 'review'),
        addon('pg-1', 'shop-pr-1', plan('essential')),
      ],
      readings: [reading('postgres-backups', 'app', 'shop-pr-1')],
    },
    answers: [['pg-1', 'not-applicable', /ends with the app/]],
  },
  refused: {
    given: {
      items: pg,
      readings: [denied('postgres-backups', 'app', 'shop', '/client/v11/apps/shop/transfers')],
    },
    answers: [['pg-1', 'not-evaluated']],
  },
  'the policy accepts continuous protection': {
    policy: accepts,
    given: { items: [...SHOP, ...rollback('pg-1', 'premium', 'shop')], readings: [transfersRead] },
    answers: [['pg-1', 'not-applicable']],
  },
})

judges(restoreTested, {
  'within twelve months': {
    given: {
      items: [
        ...pg,
        transfer('r003', 'restore', { to_name: 'DATABASE', finished_at: '2025-11-21T09:00:00Z' }),
      ],
      readings: [transfersRead],
    },
    answers: [['pg-1', 'pass', /r003 of 2025-11-21 .* content was checked is not recorded/]],
  },
  'a backup of this app restored in a test app': {
    given: {
      items: [
        ...pg,
        transfer('r001', 'restore', { app: ref('app', 'lab'), from_name: 'shop::b007', to_name: 'LAB' }),
      ],
      readings: [transfersRead],
    },
    answers: [['pg-1', 'pass', /r001/]],
  },
  'too long ago, failed, none': {
    given: {
      items: [
        ...pg,
        transfer('r001', 'restore', {
          to_name: 'DATABASE',
          finished_at: daysAgo(400),
          created_at: daysAgo(400),
        }),
      ],
      readings: [transfersRead],
    },
    answers: [['pg-1', 'fail', /before 2025-11-21/]],
  },
  failed: {
    given: {
      items: [...pg, transfer('r001', 'restore', { succeeded: false })],
      readings: [transfersRead],
    },
    answers: [['pg-1', 'fail', /No restore succeeded/]],
  },
  'copies and backups are no restores': {
    given: {
      items: [...pg, transfer('c001', 'copy'), transfer('a001', 'scheduled-backup')],
      readings: [transfersRead],
    },
    answers: [['pg-1', 'fail', /lists no restore/]],
  },
  refused: {
    given: {
      items: pg,
      readings: [denied('postgres-backups', 'app', 'shop', '/client/v11/apps/shop/transfers')],
    },
    answers: [['pg-1', 'not-evaluated']],
  },
  'no database': none,
})
