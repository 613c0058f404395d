#!/usr/bin/env node
import module from 'node:module'
import { join } from 'node:path'
import { APP_VERSION } from '../../shared/version.ts'

/** Answers `--version` before anything is loaded, and everything else with the commands. */
const words = process.argv.slice(2)
if (words.length === 1 && words[0] === '--version') {
  process.stdout.write(`${APP_VERSION}\n`)
} else if (Number.parseInt(process.versions.node, 10) < 24) {
  process.stderr.write(`error: Node.js ${process.versions.node} is too old: use version 24 or newer.\n`)
  process.exitCode = 1
} else {
  // Sources are compiled as they are loaded: remembered, that takes half the time from the second start on.
  const fromSources = import.meta.filename.endsWith('.ts')
  if (fromSources) module.enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/compiled'))
  const { runMain } = await import('./run.ts')
  void runMain(words)
}
