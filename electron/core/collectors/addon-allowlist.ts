import { z } from 'zod'
import type { Collector } from './collector.ts'
import { orNull, RefField, Time } from './fields.ts'
import { TeamPreferences } from './team-preferences.ts'

const AllowedService = z.object({
  id: z.string(),
  addon_service: RefField,
  added_at: Time,
  added_by: orNull(z.object({ email: z.string() })),
})

const common = {
  topic: 'addon-allowlist',
  title: 'Add-on controls',
  says: 'whether a team limits which add-ons may be installed, and to which',
  scope: 'read',
  per: 'team',
} as const

/** Whether add-on controls are on in a team. */
export const addonControls: Collector<'addon-allowlist', 'team'> = {
  ...common,
  id: 'addon-allowlist.controls',
  async *collect(heroku, team) {
    const preferences = await heroku.get(`/teams/${team.id}/preferences`, TeamPreferences)
    yield {
      subject: team.name,
      subjectId: team.id,
      content: {
        of: 'team-preferences',
        team: team.name,
        addons_controls: preferences['addons-controls'],
        enterprise_team: team.enterprise !== null,
      },
    }
  },
}

/** The add-on services that a team allows. */
export const allowedServices: Collector<'addon-allowlist', 'team'> = {
  ...common,
  id: 'addon-allowlist.services',
  async *collect(heroku, team) {
    for await (const allowed of heroku.list(`/teams/${team.id}/allowed-addon-services`, AllowedService))
      yield {
        subject: `${allowed.addon_service.name} in ${team.name}`,
        subjectId: `${team.id}/${allowed.id}`,
        content: {
          of: 'allowed-service',
          id: allowed.id,
          team: team.name,
          addon_service: allowed.addon_service,
          added_at: allowed.added_at,
          added_by: allowed.added_by?.email ?? '',
        },
      }
  },
}
