import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen } from 'electron'
import { z } from 'zod'

const State = z.object({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(720),
  height: z.int().min(480),
  maximized: z.boolean().default(false),
})

const FIRST = { width: 1360, height: 860 }

const fileIn = (folder: string) => join(folder, 'window.json')

/** Where the window was last; the default when nothing is known or its screen is gone. */
export function readWindowState(folder: string): { x?: number; y?: number; width: number; height: number } {
  try {
    const { x, y, width, height } = State.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')))
    const seen = screen
      .getAllDisplays()
      .some(
        ({ bounds }) =>
          x !== undefined &&
          y !== undefined &&
          x >= bounds.x - 50 &&
          y >= bounds.y - 50 &&
          x < bounds.x + bounds.width &&
          y < bounds.y + bounds.height,
      )
    return seen && x !== undefined && y !== undefined ? { x, y, width, height } : { width, height }
  } catch {
    return FIRST
  }
}

/** Keeps the window's place for the next start; a full disk is no reason to bother anyone. */
export function rememberWindowState(
  folder: string,
  bounds: { x: number; y: number; width: number; height: number },
  maximized: boolean,
): void {
  try {
    writeFileSync(`${fileIn(folder)}.new`, JSON.stringify({ ...bounds, maximized }))
    renameSync(`${fileIn(folder)}.new`, fileIn(folder))
  } catch {
    // The next start opens at the default place.
  }
}
