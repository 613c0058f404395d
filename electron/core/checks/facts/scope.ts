import { SCOPE_KEY } from '../../../../shared/model/records/scope.ts'
import type { RecordContent } from '../../../../shared/model/records.ts'
import type { EvidenceView } from '../check.ts'

interface Thing {
  readonly id: string
  readonly name: string
}

/** Whether teams, spaces and apps belong to the engagement. Everything does until a person narrows it. */
export interface InScope {
  team(id: string, name: string): boolean
  space(space: Thing): boolean
  /** `space` is null for an app of the Common Runtime: narrowing to spaces leaves it in. */
  app(app: Thing, team: string | null, space: Thing | null): boolean
}

const EVERYTHING: InScope = { team: () => true, space: () => true, app: () => true }

/** The reason of a verdict about something that the engagement leaves out. */
export const OUT_OF_SCOPE = 'It is out of the scope of this engagement.'

/** What the engagement looks at, as a person said it. */
export function scopeOf(view: EvidenceView): InScope {
  const said = view.records('scope').find(({ key }) => key === SCOPE_KEY)?.content
  return said ? narrowed(said) : EVERYTHING
}

function narrowed({ teams, spaces, apps }: RecordContent<'scope'>): InScope {
  const inTeams = among(teams)
  const inSpaces = among(spaces)
  const inApps = among(apps)
  return {
    team: (id, name) => inTeams({ id, name }),
    space: inSpaces,
    app: (app, team, space) =>
      (teams === null || (team !== null && inTeams({ id: team, name: team }))) &&
      (space === null || inSpaces(space)) &&
      inApps(app),
  }
}

function among(things: readonly Thing[] | null): (thing: Thing) => boolean {
  if (things === null) return () => true
  const ids = new Set(things.map(({ id }) => id))
  const names = new Set(things.map(({ name }) => name))
  return ({ id, name }) => ids.has(id) || names.has(name)
}
