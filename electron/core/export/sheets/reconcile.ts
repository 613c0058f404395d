import type { WorkbookSource } from '../workbook-source.ts'

/** One comparison of two sources that ought to agree. */
export interface Comparison {
  readonly what: string
  readonly first: string
  readonly firstCount: number
  readonly second: string
  readonly secondCount: number
  /** What a difference may mean. */
  readonly note: string
}

function apps(source: WorkbookSource): Comparison {
  let ofTeams = 0
  for (const { content } of source.items('app-inventory')) if (content.team !== null) ofTeams += 1
  return {
    what: 'Apps of teams',
    first: 'GET /apps, those of a team',
    firstCount: ofTeams,
    second: 'GET /teams/{team}/apps',
    secondCount: [...source.items('app-lock')].length,
    note: 'A team’s list also shows apps that the account cannot open; they are then missing from the first.',
  }
}

function addons(source: WorkbookSource): Comparison {
  const known = new Set<string>()
  const attached = new Set<string>()
  for (const { content } of source.items('addon-inventory'))
    if (content.of === 'addon') known.add(content.id)
    else attached.add(content.addon.id)
  return {
    what: 'Add-ons',
    first: 'GET /addons',
    firstCount: known.size,
    second: 'Add-ons named by GET /addon-attachments',
    secondCount: attached.size,
    note: 'An add-on that is attached nowhere, or attached from an app that the account cannot see.',
  }
}

function releases(source: WorkbookSource): Comparison {
  const newest = new Map<string, number>()
  let read = 0
  for (const { content } of source.items('releases')) {
    read += 1
    newest.set(content.app.id, Math.max(content.version, newest.get(content.app.id) ?? 0))
  }
  return {
    what: 'Releases without gaps',
    first: 'GET /apps/{app}/releases',
    firstCount: read,
    second: 'Highest version of each app, added up',
    secondCount: [...newest.values()].reduce((sum, version) => sum + version, 0),
    note: 'Versions count from 1 without gaps; a difference is a release that Heroku no longer lists.',
  }
}

function events(source: WorkbookSource): Comparison {
  const sum = (of: (archive: ReturnType<WorkbookSource['archives']>[number]) => number) =>
    source.archives().reduce((all, archive) => all + of(archive), 0)
  return {
    what: 'Events of archives',
    first: 'Events in archives and daily lists',
    firstCount: sum(({ events }) => events),
    second: 'Kept in the locker, or known from an earlier one',
    secondCount: sum(({ kept, known }) => kept + known),
    note: 'Every event is one or the other; a difference would be a fault of the tool.',
  }
}

/**
 * Counts of two sources beside each other, for the topics that the collection read. Where the collection derived
 * its own reconciliations, only the one of the archives is left to count here.
 */
export function comparisons(source: WorkbookSource, derived: boolean): readonly Comparison[] {
  return (derived ? [events] : [apps, addons, releases, events])
    .map((compare) => compare(source))
    .filter(({ firstCount, secondCount }) => firstCount + secondCount > 0)
}
