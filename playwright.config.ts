import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

const root = import.meta.dirname

/** One spec per user story; each starts the built app with a folder, a keyring and a Heroku of its own. */
export default defineConfig({
  testDir: join(root, 'test', 'e2e', 'specs'),
  outputDir: join(root, 'test-results', 'e2e'),
  workers: 2,
  fullyParallel: true,
  // A story that passes only at the second try is reported as flaky, not hidden.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: join(root, 'test-results', 'e2e.json') }]],
})
