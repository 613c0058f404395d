import type { CollectionSummary } from '../../shared/contract.ts'
import type { Collection } from '../../shared/model/collection.ts'
import { shellWord } from './calling.ts'
import type { CommandInput } from './command.ts'
import { lockerPath, textFlag } from './flags.ts'
import { count, duration, inUtc } from './progress-line.ts'
import { notReadLines } from './summary-tables.ts'
import { table } from './table.ts'

/** What a collection that ran, or stopped on the way, has to say. */
export function collectionLines(told: CollectionSummary, input: CommandInput): string[] {
  const { collection, notRead, seconds } = told
  const { counts } = collection
  const found = `${count(counts.evidence)} items (${count(counts.unchanged)} unchanged since before) and ${count(counts.events)} events with ${count(counts.requests)} requests`
  const refused =
    notRead.length > 0
      ? ['', `${count(notRead.length)} reads were refused or failed; the workbook discloses each:`, '']
      : collection.state === 'complete'
        ? ['Nothing was refused.']
        : []
  return [
    collection.state === 'complete'
      ? `Collection ${collection.id} is complete: ${found} in ${duration(seconds)}.`
      : `Collection ${collection.id} was stopped after ${found}; what was read is kept.`,
    ...(collection.state === 'complete' ? [] : ['Continue with:', `    ${resumeCommand(input)}`]),
    ...refused,
    ...(notRead.length > 0 ? notReadLines(notRead, input.print.width) : []),
  ]
}

function resumeCommand(input: CommandInput): string {
  const { call, flags, show } = input
  const locker = shellWord(show(lockerPath(input)))
  const connection = textFlag(flags, 'connection')
  const as = connection === null ? '' : ` --connection ${shellWord(connection)}`
  return `${call} collect --locker ${locker}${as} --resume`
}

/** The collections of a locker, one a line. */
export function collectionTable(collections: readonly Collection[], width: number | null): string[] {
  const number = (title: string) => ({ title, align: 'right' as const })
  const columns = [
    number('No'),
    { title: 'State' },
    { title: 'Started (UTC)' },
    { title: 'As', gives: true },
    number('Items'),
    number('Events'),
    number('Not read'),
  ]
  const rows = collections.map(({ id, state, startedAt, account, counts }) => [
    String(id),
    state,
    inUtc(startedAt),
    account,
    ...[counts.evidence, counts.events, counts.notRead].map(count),
  ])
  return table(columns, rows, width)
}
