import type { Imported } from '../../shared/contract-scope.ts'
import { faultSentence } from '../../shared/model/table.ts'
import { type CommandInput, EXIT, type ExitCode } from './command.ts'
import { count } from './progress-line.ts'

const SHOWN = 50

/** What became of an import, as a person reads it: what is wrong, or what changed. */
export function importedLines({ act, reading, added, changed, removed, kept }: Imported): string[] {
  const { faults, faultsTotal, notes, rows } = reading
  if (faultsTotal > 0)
    return [
      ...faults.slice(0, SHOWN).map(faultSentence),
      ...(faultsTotal > SHOWN ? [`… and ${count(faultsTotal - Math.min(SHOWN, faults.length))} more.`] : []),
      '',
      `Nothing was taken over: ${count(faultsTotal)} of the cells or rows ${faultsTotal === 1 ? 'is' : 'are'} wrong.`,
    ]
  const told = `${count(added)} added, ${count(changed)} changed, ${count(removed)} removed, ${count(kept)} as before`
  return [
    ...notes,
    act === null
      ? `${rows === 1 ? 'One row is' : `${count(rows)} rows are`} right; nothing was changed (${told}).`
      : `${act.says}: ${told}. Act ${act.act}.`,
  ]
}

/** Prints what became of an import and answers how the command ends: a table with faults is wrong use. */
export function tellImported(imported: Imported, { print }: CommandInput): ExitCode {
  print.result(importedLines(imported), imported)
  return imported.reading.faultsTotal > 0 ? EXIT.wrongUse : EXIT.done
}

/** The file to import, or the text on standard input where the person typed a dash. */
export async function tableInput(
  typed: string,
  { path }: CommandInput,
): Promise<{ destination: string } | { text: string }> {
  if (typed !== '-') return { destination: path(typed) }
  const parts: Buffer[] = []
  for await (const part of process.stdin) parts.push(Buffer.from(part))
  return { text: Buffer.concat(parts).toString('utf8') }
}
