import type { Screen } from '../lib/route.ts'
import { Attestations } from './attestations/attestations.tsx'
import { Changes } from './changes/changes.tsx'
import { Checks } from './checks/checks.tsx'
import { Collect } from './collect/collect.tsx'
import { Connections } from './connections/connections.tsx'
import { Controls } from './controls/controls.tsx'
import { Documents } from './documents/documents.tsx'
import { Events } from './events/events.tsx'
import { Evidence } from './evidence/evidence.tsx'
import { Export } from './export/export.tsx'
import { Findings } from './findings/findings.tsx'
import { Journal } from './journal/journal.tsx'
import { Lists } from './lists/lists.tsx'
import { NewEngagement } from './new-engagement/new-engagement.tsx'
import { Overview } from './overview/overview.tsx'
import { Requests } from './requests/requests.tsx'
import { Reviews } from './reviews/reviews.tsx'
import { Samples } from './samples/samples.tsx'
import { Scope } from './scope/scope.tsx'
import { Settings } from './settings/settings.tsx'
import { Start } from './start/start.tsx'
import { Vendors } from './vendors/vendors.tsx'
import type { View } from './view.ts'

/** Every screen; the compiler fails where a name of the address has none. */
export const VIEWS: Readonly<Record<Screen, View>> = {
  start: Start,
  new: NewEngagement,
  overview: Overview,
  scope: Scope,
  collect: Collect,
  controls: Controls,
  evidence: Evidence,
  changes: Changes,
  events: Events,
  checks: Checks,
  documents: Documents,
  lists: Lists,
  attestations: Attestations,
  vendors: Vendors,
  samples: Samples,
  requests: Requests,
  findings: Findings,
  reviews: Reviews,
  export: Export,
  journal: Journal,
  connections: Connections,
  settings: Settings,
}
