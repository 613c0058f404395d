import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { app, type BrowserWindow, nativeTheme, powerMonitor } from 'electron'
import { type ChosenPlace, LONG_QUESTIONS, SAMPLE_CONNECTION } from '../../shared/shell.ts'
import { openKeychain } from '../keychain/keychain.ts'
import { credentialOf } from '../profile/connections.ts'
import { openProfile } from '../profile/profile.ts'
import { registerAppScheme, serveWindow } from './app-protocol.ts'
import { connectionAnswers } from './connections.ts'
import { coreProcess } from './core-process.ts'
import { handedFiles } from './handed-files.ts'
import { announce, answerWindow, hearDrops } from './ipc.ts'
import { jobs as makeJobs, problemShape } from './jobs.ts'
import { startKeychainTalker } from './keychain-talker.ts'
import { watchKeychain } from './keychain-watch.ts'
import { lockWhenAway } from './lock-when-away.ts'
import { lockers as makeLockers } from './lockers.ts'
import { setMenu } from './menu.ts'
import { places as makePlaces } from './places.ts'
import { sample as makeSample } from './sample.ts'
import { settingsStore } from './settings.ts'
import { type ShellParts, setAbout, shellAnswers } from './shell-answers.ts'
import { shellState } from './shell-state.ts'
import { smoke } from './smoke.ts'
import { createWindow, denyPermissions, lockDownContents } from './window.ts'

const dist = join(import.meta.dirname, '..', '..')
const now = () => new Date()
let window: BrowserWindow | null = null
const handed = handedFiles(process.argv.slice(1), () => window?.focus())

/** Boot order: one instance, profile, walls, core, channels, window. What needs no Electron comes while it starts. */
async function boot(): Promise<void> {
  registerAppScheme()
  lockDownContents()
  const profile = openProfile({
    keychain: openKeychain({
      start: () => startKeychainTalker(join(dist, 'electron', 'keychain', 'child.js')),
    }),
    ...(process.env.EVIDENCE_LOCKER_HOME ? {} : { folder: app.getPath('userData') }),
  })
  const settings = settingsStore(profile)
  await Promise.all([app.whenReady(), settings.load()])
  denyPermissions()
  serveWindow(join(dist, 'renderer'))
  setAbout(join(dist, 'assets', 'icons', 'icon.png'))

  let coreDown = false
  /** Questions wait until the locker is open again. */
  let recovering: Promise<void> = Promise.resolve()
  const core = coreProcess(join(dist, 'electron', 'core', 'process.js'), {
    actor: `${userInfo().username}@${hostname()}`,
    proxy: () => settings.current().proxy || null,
    credential: async (id) =>
      id === SAMPLE_CONNECTION ? parts.sample.credential() : credentialOf(profile, id),
    onCrash: () => {
      recovering = recover()
    },
  })
  core.warm()
  const changed = () => void shellState(parts).then((state) => announce(window, { kind: 'state', state }))
  const keychain = watchKeychain(profile.keychain, changed)
  const jobs = makeJobs(core, (job) => announce(window, { kind: 'job', job }), now)
  const lockers = makeLockers(core, profile, changed)
  const parts: ShellParts = {
    window: () => window as BrowserWindow,
    profile,
    lockers,
    jobs,
    settings,
    places: makePlaces(),
    sample: makeSample(
      join(dist, 'electron', 'demo', 'process.js'),
      app.getPath('userData'),
      { core, lockers, jobs },
      now,
    ),
    connections: connectionAnswers(core, profile, process.env),
    coreDown: () => coreDown,
    async handedOver() {
      const told = await opening
      opening = Promise.resolve(null)
      return told
    },
    keychainProblem: () => keychain.problem(),
    changed,
  }

  const first = handed.first()
  let opening: Promise<ChosenPlace | null> = Promise.resolve(null)
  if (first)
    opening = lockers.open(first, null).then(
      () => null,
      () => parts.places.keep(first),
    )
  const opened = opening

  async function recover() {
    coreDown = true
    changed()
    await lockers.reopen().catch(() => lockers.lock('asked'))
    coreDown = false
    changed()
  }

  const answers = shellAnswers(parts)
  const windowAsked = Promise.withResolvers<void>()
  answerWindow({
    window: () => window,
    shell(question, input) {
      windowAsked.resolve()
      return answers[question](input as never)
    },
    async core(question, input) {
      await Promise.all([recovering, opened])
      return parts.places.lend(input, async (asked) => {
        if (!LONG_QUESTIONS.includes(question)) return core.ask(question, asked)
        const output = await jobs.run(question, asked)
        await lockers.refresh()
        return output
      })
    },
  })
  const dropped = (path: string) =>
    void core
      .privileged('look', { file: path })
      .then(() => null, problemShape)
      .then((problem) => announce(window, { kind: 'dropped', ...parts.places.keep(path), problem }))
  hearDrops(() => window, dropped)
  handed.listen(dropped)

  setMenu((command) => announce(window, { kind: 'command', command }))
  lockWhenAway({
    power: powerMonitor,
    limitMinutes: () => settings.current().lockAfterMinutes,
    onSuspend: () => settings.current().lockOnSuspend,
    busy: () => jobs.busy(),
    stopWork: () => jobs.stopAll(),
    lock: (why) => void lockers.lock(why),
  })

  let stopped = false
  app.on('will-quit', (event) => {
    if (stopped) return
    event.preventDefault()
    parts.sample.stop()
    profile.keychain.close()
    void jobs
      .stopAll()
      .then(() => core.stop())
      .finally(() => {
        stopped = true
        app.quit()
      })
  })
  window = createWindow({
    preload: join(dist, 'electron', 'preload', 'preload.cjs'),
    icon: join(dist, 'assets', 'icons', 'icon.png'),
    background: nativeTheme.shouldUseDarkColors ? '#11181c' : '#f6f8f9',
  })
  if (process.argv.includes('--smoke'))
    await smoke({ core, windowAsked: windowAsked.promise, exit: (code) => app.exit(code) })
}

app.on('window-all-closed', () => app.quit())
if (app.requestSingleInstanceLock()) void boot()
else app.quit()
