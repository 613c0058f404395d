import type { AppTraits } from '../traits.ts'
import { OTHER_APPS } from './other-apps.ts'
import { PIPELINE_APPS } from './pipeline-apps.ts'

/**
 * The apps that must be there, the most needed first: `--apps` cuts from the end, then fills with generated
 * families. Which check each of them is for is told in the demo's README.
 */
export const APPS: readonly AppTraits[] = [...PIPELINE_APPS, ...OTHER_APPS]

/** Words for the names of generated apps. */
export const CARGO: readonly string[] =
  'anchor ballast beacon berth bollard buoy cargo chart crane dock ferry gangway harbor hatch helm hull jetty keel lantern ledger mooring pallet pier pilot quay rudder sextant signal sluice tide trawl tug wharf winch'.split(
    ' ',
  )
/** See above. */
export const TASKS: readonly string[] =
  'api admin billing cache crawler dispatch events export feed gate hooks import index intake jobs mailer map metrics notify orders planner portal pricing queue reports router search sync tracker web'.split(
    ' ',
  )
