import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import { problem } from '../../shared/errors.ts'
import type { ChosenPlace } from '../../shared/shell.ts'

/** Paths that a person chose, behind one-use tokens: the window never names a path. */
export interface Places {
  pickLocker(window: BrowserWindow): Promise<ChosenPlace | null>
  pickNewLocker(window: BrowserWindow, suggestedName: string): Promise<ChosenPlace | null>
  pickWorkbook(window: BrowserWindow, suggestedName: string): Promise<ChosenPlace | null>
  pickTable(window: BrowserWindow, suggestedName: string): Promise<ChosenPlace | null>
  pickDocument(window: BrowserWindow): Promise<ChosenPlace | null>
  pickDocumentCopy(window: BrowserWindow, suggestedName: string): Promise<ChosenPlace | null>
  /** The path behind a token, which stays good: opening a locker may take a second try with another key. */
  peek(token: string): string | null
  /** Keeps a path that came from the system: a dropped file, a double click. */
  keep(path: string): ChosenPlace
  /**
   * Does work with an input for the core whose token, if it has one, is swapped for the path. The token is used up
   * when the work is done; where it fails, it stays good for a second try. Throws for a token that is used up.
   */
  lend<T>(input: unknown, work: (input: unknown) => Promise<T>): Promise<T>
  /** The path behind a token, once; null for a token that was never given or is used up. */
  take(token: string): string | null
}

const LOCKERS = [{ name: 'Evidence locker', extensions: ['locker'] }]
const TABLES = [{ name: 'Table with commas', extensions: ['csv'] }]
const WORKBOOKS = [{ name: 'Excel workbook', extensions: ['xlsx'] }]

/** Makes the register of chosen places. */
export function places(): Places {
  const kept = new Map<string, string>()
  const keep = (path: string): ChosenPlace => {
    const token = randomUUID()
    kept.set(token, path)
    return { token, name: basename(path) }
  }
  const take = (token: string) => {
    const path = kept.get(token) ?? null
    kept.delete(token)
    return path
  }
  const save = async (window: BrowserWindow, title: string, defaultPath: string, filters: typeof LOCKERS) => {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title,
      defaultPath,
      filters,
      properties: ['showOverwriteConfirmation'],
    })
    return canceled || !filePath ? null : keep(filePath)
  }
  const open = async (window: BrowserWindow, title: string, filters: typeof LOCKERS) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title,
      filters,
      properties: ['openFile'],
    })
    const path = filePaths[0]
    return canceled || !path ? null : keep(path)
  }
  return {
    keep,
    peek: (token) => kept.get(token) ?? null,
    take,
    async lend(input, work) {
      if (typeof input !== 'object' || input === null || !('destination' in input)) return work(input)
      const token = String(input.destination)
      const path = take(token)
      if (path === null)
        throw problem('wrong-use', {
          what: 'this choice of a file has been used already',
          remedy: 'choose the file again',
        })
      try {
        return await work({ ...input, destination: path })
      } catch (error) {
        kept.set(token, path)
        throw error
      }
    },
    pickLocker: (window) => open(window, 'Open a locker', LOCKERS),
    pickTable: (window, suggestedName) => save(window, 'Export the events', suggestedName, TABLES),
    pickDocument: (window) => open(window, 'Attach a file', []),
    pickDocumentCopy: (window, suggestedName) => save(window, 'Save a copy', suggestedName, []),
    pickNewLocker: (window, suggestedName) =>
      save(window, 'Where shall the locker lie?', suggestedName, LOCKERS),
    pickWorkbook: (window, suggestedName) => save(window, 'Export the workbook', suggestedName, WORKBOOKS),
  }
}
