import type { Route } from '../server/route.ts'
import { ACCOUNT } from './account.ts'
import { ACCOUNT_EXTRAS } from './account-extras.ts'
import { ADDON_EXTRAS } from './addon-extras.ts'
import { ADDONS } from './addons.ts'
import { APP_EXTRAS } from './app-extras.ts'
import { APP_PARTS } from './app-parts.ts'
import { APPS } from './apps.ts'
import { AUDIT_TRAIL } from './audit-trail.ts'
import { CATALOG } from './catalog.ts'
import { DATA } from './data.ts'
import { DATA_EXTRAS } from './data-extras.ts'
import { ENTERPRISE } from './enterprise.ts'
import { PIPELINE_EXTRAS } from './pipeline-extras.ts'
import { PIPELINES } from './pipelines.ts'
import { RESOLVE } from './resolve.ts'
import { SPACE_EXTRAS } from './space-extras.ts'
import { SPACES } from './spaces.ts'
import { TEAM_EXTRAS } from './team-extras.ts'
import { TEAMS } from './teams.ts'

/** Every address that can be read. */
export const ROUTES: readonly Route[] = [
  ...ACCOUNT,
  ...ENTERPRISE,
  ...AUDIT_TRAIL,
  ...TEAMS,
  ...SPACES,
  ...APPS,
  ...APP_PARTS,
  ...PIPELINES,
  ...ADDONS,
  ...CATALOG,
  ...DATA,
  ...ACCOUNT_EXTRAS,
  ...TEAM_EXTRAS,
  ...SPACE_EXTRAS,
  ...APP_EXTRAS,
  ...PIPELINE_EXTRAS,
  ...ADDON_EXTRAS,
  ...DATA_EXTRAS,
]

/** The few reads that Heroku offers as POST. */
export const POSTS: readonly Route[] = RESOLVE
