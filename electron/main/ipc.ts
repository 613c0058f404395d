import { type BrowserWindow, ipcMain } from 'electron'
import type { z } from 'zod'
import type { Announcement } from '../../shared/announcements.ts'
import { contract } from '../../shared/contract.ts'
import { problem } from '../../shared/errors.ts'
import { ANNOUNCEMENT_CHANNEL, type Reply, shellContract } from '../../shared/shell.ts'
import { problemShape } from './jobs.ts'
import { mayAsk } from './sender.ts'

/** Who answers: the shell its own questions, the core the rest. */
export interface Answerers {
  readonly shell: (question: keyof typeof shellContract, input: unknown) => Promise<unknown>
  readonly core: (question: keyof typeof contract, input: unknown) => Promise<unknown>
  readonly window: () => BrowserWindow | null
}

function parsed(question: string, schema: z.ZodType, input: unknown): unknown {
  const result = schema.safeParse(input ?? {})
  if (result.success) return result.data
  const field = result.error.issues[0]?.path.join('.') || 'input'
  throw problem('wrong-use', {
    what: `${question} was asked with a wrong ${field}`,
    remedy: 'correct it and try again',
  })
}

/** Opens one channel per line of the two contracts: sender check, parse, forward, error shape, in one place. */
export function answerWindow(answerers: Answerers): void {
  const open = (question: string, schema: z.ZodType, answer: (input: unknown) => Promise<unknown>) =>
    ipcMain.handle(question, async (event, input): Promise<Reply> => {
      try {
        if (!mayAsk(event, answerers.window()))
          throw problem('wrong-use', {
            what: 'a stranger asked',
            remedy: 'only the window of the app may ask',
          })
        return { ok: true, output: (await answer(parsed(question, schema, input))) ?? null }
      } catch (error) {
        return { ok: false, problem: problemShape(error) }
      }
    })
  for (const [question, line] of Object.entries(contract))
    open(question, line.input, (input) => answerers.core(question as keyof typeof contract, input))
  for (const [question, line] of Object.entries(shellContract))
    open(question, line.input, (input) => answerers.shell(question as keyof typeof shellContract, input))
}

/** Tells the window something, when there is one. */
export function announce(window: BrowserWindow | null, announcement: Announcement): void {
  if (window && !window.isDestroyed()) window.webContents.send(ANNOUNCEMENT_CHANNEL, announcement)
}

/** Hears of files that were dropped on the window; their paths go no further than the shell. */
export function hearDrops(window: () => BrowserWindow | null, dropped: (path: string) => void): void {
  ipcMain.on('dropped', (event, path: unknown) => {
    if (mayAsk(event, window()) && typeof path === 'string') dropped(path)
  })
}
