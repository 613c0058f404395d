import type { Screen } from '../lib/route.ts'
import { type LaterView, later } from './later.tsx'
import { Overview } from './overview/overview.tsx'
import { Start } from './start/start.tsx'
import type { View } from './view.ts'

/** Screens that are read when they are first opened, or ahead of that once nothing else is to be done. */
const LATER = {
  new: later(async () => (await import('./new-engagement/new-engagement.tsx')).NewEngagement),
  scope: later(async () => (await import('./scope/scope.tsx')).Scope),
  collect: later(async () => (await import('./collect/collect.tsx')).Collect),
  frameworks: later(async () => (await import('./frameworks/frameworks.tsx')).Frameworks),
  controls: later(async () => (await import('./controls/controls.tsx')).Controls),
  evidence: later(async () => (await import('./evidence/evidence.tsx')).Evidence),
  changes: later(async () => (await import('./changes/changes.tsx')).Changes),
  events: later(async () => (await import('./events/events.tsx')).Events),
  checks: later(async () => (await import('./checks/checks.tsx')).Checks),
  documents: later(async () => (await import('./documents/documents.tsx')).Documents),
  lists: later(async () => (await import('./lists/lists.tsx')).Lists),
  attestations: later(async () => (await import('./attestations/attestations.tsx')).Attestations),
  vendors: later(async () => (await import('./vendors/vendors.tsx')).Vendors),
  samples: later(async () => (await import('./samples/samples.tsx')).Samples),
  requests: later(async () => (await import('./requests/requests.tsx')).Requests),
  findings: later(async () => (await import('./findings/findings.tsx')).Findings),
  reviews: later(async () => (await import('./reviews/reviews.tsx')).Reviews),
  export: later(async () => (await import('./export/export.tsx')).Export),
  journal: later(async () => (await import('./journal/journal.tsx')).Journal),
  connections: later(async () => (await import('./connections/connections.tsx')).Connections),
  settings: later(async () => (await import('./settings/settings.tsx')).Settings),
} satisfies Partial<Record<Screen, LaterView>>

/** Every screen; the compiler fails where a name of the address has none. The first two start with the window. */
export const VIEWS: Readonly<Record<Screen, View>> = {
  start: Start,
  new: LATER.new.View,
  overview: Overview,
  scope: LATER.scope.View,
  collect: LATER.collect.View,
  frameworks: LATER.frameworks.View,
  controls: LATER.controls.View,
  evidence: LATER.evidence.View,
  changes: LATER.changes.View,
  events: LATER.events.View,
  checks: LATER.checks.View,
  documents: LATER.documents.View,
  lists: LATER.lists.View,
  attestations: LATER.attestations.View,
  vendors: LATER.vendors.View,
  samples: LATER.samples.View,
  requests: LATER.requests.View,
  findings: LATER.findings.View,
  reviews: LATER.reviews.View,
  export: LATER.export.View,
  journal: LATER.journal.View,
  connections: LATER.connections.View,
  settings: LATER.settings.View,
}

/** The screens that most go to first. */
const SOON = ['controls', 'evidence', 'events', 'checks'] as const

/** Reads the code of all screens, one after the other, each when the window has nothing to do; tells which is there. */
export async function* fetchViewsAhead(): AsyncGenerator<Screen> {
  for (const screen of new Set([...SOON, ...(Object.keys(LATER) as (keyof typeof LATER)[])])) {
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 }))
    await LATER[screen].fetch()
    yield screen
  }
}
