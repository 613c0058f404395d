import type { AddonAllowlistContent } from '../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check, EvidenceView } from './check.ts'
import { eachAddon } from './facts/addons.ts'
import { appsOf } from './facts/apps.ts'
import { grouped } from './facts/grouped.ts'
import { inWords, readsOf } from './facts/reads.ts'
import { eachTeam } from './facts/teams.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'

type Preferences = EvidenceItem<'addon-allowlist'> & {
  readonly content: Extract<AddonAllowlistContent, { of: 'team-preferences' }>
}

function preferences(view: EvidenceView): readonly Preferences[] {
  return view
    .items('addon-allowlist')
    .filter((item): item is Preferences => item.content.of === 'team-preferences')
}

/** ADD-01. */
export const addonControlsOn: Check = {
  id: 'ADD-01',
  title: 'Add-on controls are on for the team',
  severity: 'medium',
  needs: ['addon-allowlist'],
  why: 'Every add-on is a vendor that gets data and a password. Without controls any member brings in a new one with a click.',
  fix: 'Turn on add-on controls in the Dashboard (team, Settings, Add-on Controls) and allow the services that you have assessed.',
  limits: 'Exists in Enterprise teams only.',
  *judge(view) {
    yield* eachTeam(
      view,
      'addon-allowlist',
      (item) => (item.content.of === 'team-preferences' ? item.content.team : null),
      function* (team, items) {
        const item = items.find((entry): entry is Preferences => entry.content.of === 'team-preferences')
        if (!item) yield notEvaluated(team, 'Heroku told nothing about the add-on controls of this team.')
        else if (!item.content.enterprise_team)
          yield notApplicable(team, 'Add-on controls exist in Enterprise teams only.', [item])
        else if (item.content.addons_controls)
          yield pass(team, 'Add-on controls are on: members install approved services only.', [item])
        else yield fail(team, 'Add-on controls are off: any service can be installed.', [item])
      },
      /\/preferences$/,
    )
  },
}

/** ADD-02. */
export const addonsAreAllowed: Check = {
  id: 'ADD-02',
  title: 'Every installed add-on service is on the allowlist',
  severity: 'high',
  needs: ['addon-allowlist', 'addon-inventory', 'app-inventory'],
  why: 'Add-ons that were installed before the controls, or around them, are vendors that nobody assessed.',
  fix: 'Assess the vendor and add the service (Dashboard, team, Settings, Add-on Controls), or remove the add-on with `heroku addons:destroy ADDON`.',
  limits:
    'Judges add-ons by the team of the app that owns them. Personal apps and teams outside an enterprise account have no allowlist.',
  *judge(view) {
    const teamOf = new Map(appsOf(view).map((app) => [app.subjectId, app.team]))
    const controls = new Map(preferences(view).map((item) => [item.content.team, item]))
    const allowed = grouped(view.items('addon-allowlist'), ({ content }) =>
      content.of === 'allowed-service' ? `${content.team}/${content.addon_service.name}` : null,
    )
    const reads = readsOf(view, 'addon-allowlist', /allowed-addon-services/)
    const tried = new Set(reads.subjects('team').values())
    yield* eachAddon(view, function* (addon) {
      const service = addon.content.addon_service.name
      const team = teamOf.get(addon.content.app.id)
      if (team === undefined) {
        yield notEvaluated(
          addon,
          `The app ${addon.content.app.name} is not in the inventory, so its team is not known.`,
          [addon],
        )
        return
      }
      if (team === null) {
        yield notApplicable(addon, `${addon.content.app.name} is a personal app: no allowlist covers it.`, [
          addon,
        ])
        return
      }
      const entry = allowed.get(`${team}/${service}`)?.[0]
      const refusal = reads.refusals.find((reading) => reading.subject === team)
      const control = controls.get(team)
      if (entry) yield pass(addon, `${service} is on the allowlist of ${team}.`, [addon, entry])
      else if (control?.content.enterprise_team === false)
        yield notApplicable(addon, `Team ${team} is in no enterprise account and has no allowlist.`, [
          addon,
          control,
        ])
      else if (refusal)
        yield notEvaluated(addon, `The allowlist of ${team} could not be read (${inWords(refusal)}).`, [
          addon,
        ])
      else if (!control && !tried.has(team))
        yield notEvaluated(addon, `The allowlist of ${team} was not read.`, [addon])
      else
        yield fail(
          addon,
          `${service} is not on the allowlist of ${team}.`,
          control ? [addon, control] : [addon],
        )
    })
  },
}
