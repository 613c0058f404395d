import { mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const flag = process.argv.find((word) => word.startsWith('--user-data-dir='))
if (!flag) throw new Error('the stand-in needs --user-data-dir=')

/** Folder of this run's app data; whoever started it removes it. */
export const userData = flag.slice('--user-data-dir='.length)
mkdirSync(userData, { recursive: true })

/** Root of the app: where its package.json lies. */
export const appRoot = resolve(join(dirname(process.argv[1] ?? '.'), '..', '..', '..'))
