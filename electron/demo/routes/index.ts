import type { Route } from '../server/route.ts'
import { ACCOUNT } from './account.ts'
import { APPS } from './apps.ts'
import { ENTERPRISE } from './enterprise.ts'
import { TEAMS } from './teams.ts'

/** Every address that can be read. */
export const ROUTES: readonly Route[] = [...ACCOUNT, ...ENTERPRISE, ...TEAMS, ...APPS]

/** The few reads that Heroku offers as POST. */
export const POSTS: readonly Route[] = []
