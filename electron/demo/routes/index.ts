import type { Route } from '../server/route.ts'
import { ACCOUNT } from './account.ts'
import { ADDONS } from './addons.ts'
import { APP_PARTS } from './app-parts.ts'
import { APPS } from './apps.ts'
import { CATALOG } from './catalog.ts'
import { DATA } from './data.ts'
import { ENTERPRISE } from './enterprise.ts'
import { PIPELINES } from './pipelines.ts'
import { SPACES } from './spaces.ts'
import { TEAMS } from './teams.ts'

/** Every address that can be read. */
export const ROUTES: readonly Route[] = [
  ...ACCOUNT,
  ...ENTERPRISE,
  ...TEAMS,
  ...SPACES,
  ...APPS,
  ...APP_PARTS,
  ...PIPELINES,
  ...ADDONS,
  ...CATALOG,
  ...DATA,
]

/** The few reads that Heroku offers as POST. */
export const POSTS: readonly Route[] = []
