import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import { installHerokuCli, runHerokuCli } from '../fakes/heroku-cli/heroku-cli.ts'

const entry = installHerokuCli()
if (!entry) console.warn("Heroku's CLI could not be installed from the registry: its tests are skipped")

describe.skipIf(!entry)(
  "Heroku's own command line against the Heroku in the box",
  { timeout: 60_000 },
  () => {
    let demo: Demo

    beforeAll(async () => {
      demo = await startDemo({ events: 100 })
    })
    afterAll(() => demo.close())

    const heroku = (command: string) =>
      runHerokuCli(entry ?? '', demo.apiUrl, demo.tokens.auditor, command.split(' '))

    it.each([
      ['apps --all', ['freight-api', 'lars-ferry-times', 'old-booking-archive']],
      ['teams', ['northquay-core', 'northquay-data', 'northquay-labs', 'saltmarsh-studio']],
      ['members --team northquay-core', ['priya.raman@northquay.example', 'admin']],
      ['addons --all', ['heroku-postgresql:premium-0', 'heroku-kafka:shield-standard-0', 'papertrail:fixa']],
      ['spaces', ['harbour-frankfurt', 'analytics-virginia', 'patient-shield', 'orchard-fir']],
      ['drains --app freight-api', ['syslog+tls://logs.northquay.example:6514', 'papertrail']],
      ['releases --app freight-api', ['Promote freight-api-staging', 'Current: v60']],
      ['domains --app customs-desk', ['customs.northquay.example', '*.customs.northquay.example']],
      ['pipelines', ['freight-api', 'rates-engine']],
      [
        'pg:info --app customs-desk',
        ['private-0', 'Continuous Protection: On', 'Data Encryption:       In Use'],
      ],
      ['pg:backups --app freight-api', ['a009', 'Completed', 'r001']],
      ['pg:backups:schedules --app customs-desk', ['DATABASE_URL']],
      ['pg:credentials --app freight-api', ['default', 'analytics']],
      ['access --app invoice-mailer', ['jonas.keller@dockside-consulting.example']],
    ])('heroku %s', async (command, expected) => {
      const run = await heroku(command)
      for (const text of expected) expect(run.stdout).toContain(text)
      expect(run.code, run.stderr).toBe(0)
      expect(run.connections).toEqual([demo.apiUrl.replace('http://', '')])
    })

    it('a refusal reads as one: config vars of an app that is closed', async () => {
      const run = await heroku('config --app patient-courier')
      expect(run.code).not.toBe(0)
      expect(run.stderr).toContain('You do not have access to the app.')
    })

    it('nothing was ever written', () => {
      expect(demo.counts.requests).toBeGreaterThan(0)
      expect(demo.counts.writes).toBe(0)
    })
  },
)
