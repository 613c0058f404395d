import type { AccessContent } from '../../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { EvidenceView } from '../check.ts'
import { grouped } from './grouped.ts'
import { remembered } from './remembered.ts'
import { isTeamMailbox } from './teams.ts'

/** A person with access to an app. */
export type Collaborator = EvidenceItem<'app-collaborators-permissions'> & {
  readonly content: Extract<AccessContent, { of: 'collaborator' }>
}

/** People with access, by app id; the pseudo-user that owns a team's apps is left out. */
export function collaboratorsByApp(view: EvidenceView): ReadonlyMap<string, readonly Collaborator[]> {
  return byApp(view.items('app-collaborators-permissions'))
}

const byApp = remembered((items: readonly EvidenceItem<'app-collaborators-permissions'>[]) => {
  const people = items
    .filter((item): item is Collaborator => item.content.of === 'collaborator')
    .filter((item) => !isTeamMailbox(item.content.user.email))
  return grouped(people, (item) => item.content.app.id)
})

/** True when a person has a permission on the app, by name or by being its owner or admin. */
export function may({ content }: Collaborator, permission: string): boolean {
  return content.permissions.length > 0
    ? content.permissions.includes(permission)
    : content.role === 'owner' || content.role === 'admin'
}
