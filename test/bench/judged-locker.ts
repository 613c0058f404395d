/**
 * Makes a locker to judge: `judged-locker.ts LOCKER APPS EVENTS` collects from a Heroku in the box with so many apps
 * and audit events, and tells what its compliance lead would. A process of its own, so that others measure only
 * themselves.
 */
import { closeLocker, createLocker } from '../../electron/core/store/open.ts'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import { collectFrom, KEY } from '../fakes/collected.ts'
import { tellDemo } from '../fakes/demo-told.ts'

const [file = '', apps = '4000', events = '1000000'] = process.argv.slice(2)
const engagement = {
  ...{ organisation: 'Northquay', period: { start: '2024-11-01', end: '2026-12-31' }, timeZone: 'UTC' },
  frameworks: ['iso27001-2022' as const, 'soc2-2017' as const, 'pci-dss-4.0.1' as const, 'hipaa' as const],
  ...{ preparer: 'Ana', reviewer: null },
}

/** Lets the Heroku in the box make its archives: of millions of events that takes longer than a collection waits. */
async function makeArchives({ apiUrl, tokens }: Demo): Promise<void> {
  const ask = async (path: string): Promise<readonly { readonly id: string }[]> => {
    const headers = {
      Authorization: `Bearer ${tokens.auditor}`,
      Accept: 'application/vnd.heroku+json; version=3.sdk',
    }
    const answer = await fetch(apiUrl + path, { headers })
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return (await answer.json()) as readonly { readonly id: string }[]
  }
  for (const { id } of await ask('/enterprise-accounts')) await ask(`/enterprise-accounts/${id}/archives`)
}

const db = createLocker(file, KEY, { engagement, appVersion: '0.0.0', actor: 'bench' })
const demo = await startDemo({ apps: Number(apps), events: Number(events), burst: 1e8, perMinute: 1e8 })
await makeArchives(demo)
await collectFrom(db, demo, demo.tokens.auditor)
await tellDemo(db, demo, 1)
await demo.close()
closeLocker(db)
