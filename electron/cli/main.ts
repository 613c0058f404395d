#!/usr/bin/env node
import { APP_VERSION } from '../../shared/version.ts'

/** Answers `--version` before anything is loaded, and everything else with the commands. */
const words = process.argv.slice(2)
if (words.length === 1 && words[0] === '--version') {
  process.stdout.write(`${APP_VERSION}\n`)
} else {
  const { runMain } = await import('./run.ts')
  void runMain(words)
}
