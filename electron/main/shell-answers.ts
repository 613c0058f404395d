import { app, type BrowserWindow, clipboard, shell } from 'electron'
import { problem } from '../../shared/errors.ts'
import type {
  ChosenPlace,
  ProblemShape,
  ShellContract,
  ShellInputOf,
  ShellQuestion,
} from '../../shared/shell.ts'
import { APP_VERSION } from '../../shared/version.ts'
import type { Profile } from '../profile/profile.ts'
import type { connectionAnswers } from './connections.ts'
import type { Jobs } from './jobs.ts'
import type { Lockers } from './lockers.ts'
import type { Places } from './places.ts'
import type { Sample } from './sample.ts'
import type { SettingsStore } from './settings.ts'
import { shellState } from './shell-state.ts'
import { openLink } from './window.ts'

/** Everything that the shell's answers are made of. */
export interface ShellParts {
  readonly window: () => BrowserWindow
  readonly profile: Profile
  readonly lockers: Lockers
  readonly jobs: Jobs
  readonly places: Places
  readonly settings: SettingsStore
  readonly sample: Sample
  readonly connections: ReturnType<typeof connectionAnswers>
  readonly coreDown: () => boolean
  /** The locker that came with the start, where it did not open; once. */
  readonly handedOver: () => Promise<ChosenPlace | null>
  /** What the keychain said when it was tried last; null when all is well. */
  readonly keychainProblem: () => ProblemShape | null
  readonly changed: () => void
}

function pathOf(places: Places, token: string): string {
  const path = places.take(token)
  if (path === null)
    throw problem('wrong-use', {
      what: 'this choice of a file has been used already',
      remedy: 'choose the file again',
    })
  return path
}

/** Another locker takes the place of the open one only when nothing is being written into that. */
function atRest(jobs: Jobs): void {
  if (jobs.busy())
    throw problem('wrong-use', {
      what: 'work on the open locker is still going on',
      remedy: 'wait until it has ended, or cancel it',
    })
}

/** The answers of the shell, one per line of its contract. */
export function shellAnswers(parts: ShellParts): {
  readonly [Q in ShellQuestion]: (input: ShellInputOf<Q>) => Promise<unknown>
} {
  const { window, lockers, jobs, places, settings, sample } = parts
  const nothing = async (work: () => unknown) => {
    await work()
    return null
  }
  const answers: { readonly [Q in keyof ShellContract]: (input: ShellInputOf<Q>) => Promise<unknown> } = {
    ...parts.connections,
    async 'connection:list'() {
      const own = sample.connection()
      return [...(own ? [own] : []), ...(await parts.connections['connection:list']())]
    },
    async 'shell:state'() {
      const handedOver = await parts.handedOver()
      return { ...(await shellState(parts)), handedOver }
    },
    'shell:pick-locker': () => places.pickLocker(window()),
    'shell:pick-new-locker': ({ suggestedName = '' }) => places.pickNewLocker(window(), suggestedName),
    'shell:pick-destination': ({ suggestedName = '' }) => places.pickWorkbook(window(), suggestedName),
    'shell:pick-table': ({ suggestedName = '' }) => places.pickTable(window(), suggestedName),
    'shell:pick-document': () => places.pickDocument(window()),
    'shell:pick-document-copy': ({ suggestedName = '' }) => places.pickDocumentCopy(window(), suggestedName),
    async 'shell:reveal-export'({ file = '' }) {
      const exported = jobs
        .list()
        .some(
          (job) =>
            ['export:workbook', 'event:export'].includes(job.question) &&
            (job.output as { file?: string } | null)?.file === file,
        )
      if (exported) shell.showItemInFolder(file)
      return null
    },
    async 'shell:open-link'({ url = '' }) {
      if (!(await openLink(url)))
        throw problem('wrong-use', {
          what: 'this link is not one that the app opens',
          remedy: 'copy it into your browser',
        })
      return null
    },
    'shell:cancel-job': ({ id = 0 }) => nothing(() => jobs.cancel(id)),
    'shell:dismiss-job': ({ id = 0 }) => nothing(() => jobs.dismiss(id)),
    'shell:copy': ({ text = '' }) => nothing(() => clipboard.writeText(text)),
    async 'locker:create'({ place = '', engagement }) {
      atRest(jobs)
      if (!engagement)
        throw problem('wrong-use', { what: 'the engagement is missing', remedy: 'fill in the form' })
      return lockers.create(pathOf(places, place), engagement)
    },
    async 'locker:create-sample'() {
      atRest(jobs)
      return sample.explore()
    },
    async 'locker:open'({ place, recent, recoveryKey = null }) {
      atRest(jobs)
      if (recent) return lockers.openRecent(recent, recoveryKey)
      if (!place) throw problem('wrong-use', { what: 'no locker was chosen', remedy: 'choose one' })
      return lockers.open(places.peek(place) ?? pathOf(places, place), recoveryKey)
    },
    async 'locker:close'() {
      await jobs.stopAll()
      await lockers.close()
      return null
    },
    async 'locker:lock'() {
      await jobs.stopAll()
      await lockers.lock('asked')
      return null
    },
    'locker:unlock': ({ recoveryKey = null }) => lockers.unlock(recoveryKey),
    'locker:forget-recent': ({ id = '' }) => nothing(() => lockers.forget(id)),
    async 'settings:set'(change) {
      const set = await settings.set(change)
      parts.changed()
      return set
    },
  }
  return answers
}

/** Name, version and picture for the about box. */
export function setAbout(iconPath: string): void {
  app.setAboutPanelOptions({
    applicationName: 'Evidence Locker',
    applicationVersion: APP_VERSION,
    copyright: 'MIT licence',
    iconPath,
  })
}
