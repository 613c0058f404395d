import { parseArgs } from 'node:util'
import { startDemo } from './start.ts'

const { values } = parseArgs({ options: { port: { type: 'string', default: '5999' } } })
const demo = await startDemo({ port: Number(values.port) })
process.stdout.write(`${demo.apiUrl}\n${demo.tokens.auditor}\n`)
