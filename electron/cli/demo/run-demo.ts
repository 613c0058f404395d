import { existsSync } from 'node:fs'
import type { Connection } from '../../../shared/model/connection.ts'
import { createCore } from '../../core/create-core.ts'
import { type DemoOptions, demoOptions } from '../../demo/options.ts'
import { makeOrganisation } from '../../demo/organisation.ts'
import { tellDemo } from '../../demo/told/tell.ts'
import { actorOfThisComputer } from '../actor.ts'
import { shellWord } from '../calling.ts'
import type { CommandInput } from '../command.ts'
import { yearUpTo } from '../engagement.ts'
import { duration } from '../progress-line.ts'
import { type Box, startBox } from './box.ts'
import { clearFolder, type DemoFiles, demoFiles, writeNote } from './folder.ts'
import { travel } from './journey.ts'
import { openSafe, type Safe } from './safe.ts'
import type { DemoSummary, Phase } from './summary.ts'
import type { Arrival } from './trip.ts'

const CONNECTION = 'demo'

/** Runs the demo in a folder and answers its summary. Progress and the end of each phase are told on the way. */
export async function runDemo(
  folder: string,
  options: Partial<DemoOptions>,
  { print, signal, call, show }: CommandInput,
): Promise<DemoSummary> {
  const files = demoFiles(folder)
  const replaced = clearFolder(files)
  const safe = await openSafe()
  if (safe.why !== null)
    print.note(`keychain  ${safe.why}; the key of this locker is kept in memory for this run only`)
  if (replaced !== null) await safe.forget(replaced)
  const seconds: Record<Phase, number> = {
    start: 0,
    create: 0,
    collect: 0,
    tell: 0,
    check: 0,
    export: 0,
    verify: 0,
  }
  const begun = performance.now()
  const box = await startBox(options)
  seconds.start = (performance.now() - begun) / 1000
  print.note(`start   a Heroku in the box answers at ${box.apiUrl}  (${duration(seconds.start)})`)
  const host = { actor: actorOfThisComputer(), proxy: null, credential: async () => credentialOf(box) }
  const core = createCore(host)
  const noted = {
    running: process.pid as number | null,
    lockerId: null as string | null,
    workbookSha256: null as string | null,
  }
  const note = (more: Partial<typeof noted>) => writeNote(files, Object.assign(noted, more))
  try {
    const arrival = await travel({
      core,
      print,
      signal,
      files,
      organisation: box.organisation,
      period: yearUpTo(new Date()),
      connectionId: CONNECTION,
      keep: async (lockerId, key) => {
        note({ lockerId })
        await safe.keep(lockerId, key)
        safe.close()
      },
      collected: box.close,
      tell: (collectionId) => tellDemo(core, makeOrganisation(demoOptions(options)), collectionId),
      exported: ({ sha256 }) => note({ workbookSha256: sha256 }),
      took: (phase, passed) => {
        seconds[phase] = passed
      },
    })
    const next = nextCommands(call, show(files.locker), safe.why === null ? null : arrival.recoveryKey)
    return summaryOf(files, arrival, seconds, safe, next)
  } finally {
    await core.close()
    await box.close()
    safe.close()
    if (existsSync(files.folder)) note({ running: null })
  }
}

function credentialOf(box: Box): { readonly connection: Connection; readonly token: string } {
  const { apiUrl, dataUrl, token } = box
  const addedAt = new Date().toISOString()
  return { connection: { id: CONNECTION, label: CONNECTION, apiUrl, dataUrl, account: null, addedAt }, token }
}

function summaryOf(
  { folder, locker }: DemoFiles,
  arrival: Arrival,
  seconds: Readonly<Record<Phase, number>>,
  safe: Safe,
  next: readonly string[],
): DemoSummary {
  const { info, collected, checked, workbook } = arrival
  const { collection, notRead, requestsPerKind } = collected
  const { seconds: _, ...results } = checked
  return {
    organisation: info.engagement.organisation,
    account: collection.account,
    period: info.engagement.period,
    files: { folder, locker, workbooks: [workbook.file] },
    locker: info,
    seconds: { ...seconds, total: process.uptime() },
    requests: collection.counts.requests,
    requestsPerKind,
    notRead,
    evidence: collection.counts.evidence,
    topics: arrival.perTopic,
    events: collection.counts.events,
    results,
    critical: arrival.critical,
    coverage: arrival.coverage,
    workbooks: [workbook],
    verification: arrival.verification,
    peakMemory: process.resourceUsage().maxRSS * 1024,
    keychain: safe.why === null,
    recoveryKey: arrival.recoveryKey,
    next,
  }
}

/** Commands that work once the demo has ended, with the recovery key where there is no keychain. */
function nextCommands(call: string, locker: string, recoveryKey: string | null): string[] {
  const before = recoveryKey === null ? '' : `echo ${recoveryKey} | `
  const after = recoveryKey === null ? '' : ' --recovery-key-stdin'
  const words = [
    'locker info',
    'search admin',
    'evidence list --topic member-mfa',
    'check',
    'journal',
    'locker verify',
  ]
  return words.map((one) => `${before}${call} ${one} --locker ${shellWord(locker)}${after}`)
}
