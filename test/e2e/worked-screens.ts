import { deskWork } from './desk-work.ts'
import type { App } from './launch.ts'
import type { Pictures } from './pictures.ts'
import { goTo } from './steps.ts'

/** Screens of testing work and of what vendors give, in the sample organisation after a day's work. */
export async function worked(app: App, { shoot, see }: Pictures): Promise<void> {
  const { page } = app
  await page.getByRole('button', { name: 'Explore the sample organisation' }).click()
  await page.getByRole('navigation', { name: 'Screens' }).waitFor()
  for (const screen of ['samples', 'reviews', 'requests', 'findings'])
    await see(app, screen, `${screen}-empty`)
  await goTo(app, 'Journal')
  await page.getByRole('row', { name: /Checks run/ }).waitFor({ timeout: 300_000 })
  const { sample, review, finding } = await deskWork(page)
  const screens: readonly (readonly [address: string, name: string])[] = [
    ['overview', 'overview-told'],
    ['checks?answer=not-evaluated', 'checks-not-evaluated'],
    ['lists?list=leavers', 'lists-given'],
    ['vendors', 'vendors'],
    ['vendors?document=1', 'vendors-one'],
    ['frameworks', 'frameworks'],
    ['frameworks?part=versions', 'frameworks-versions'],
    ['frameworks?part=updates', 'frameworks-updates'],
    ['samples', 'samples'],
    [`samples?sample=${sample}`, 'samples-one'],
    ['reviews', 'reviews'],
    [`reviews?review=${review}`, 'reviews-one'],
    ['requests', 'requests'],
    ['requests?request=1', 'requests-one'],
    ['findings', 'findings'],
    [`findings?finding=${encodeURIComponent(finding)}`, 'findings-one'],
  ]
  for (const [address, name] of screens) await see(app, address, name)
  await goTo(app, 'Journal')
  await page.getByRole('grid', { name: 'Journal' }).getByRole('row').nth(1).click()
  await shoot(app, 'journal-one')
  await page.setViewportSize({ width: 800, height: 700 })
  for (const [address, name] of screens) await see(app, address, `narrow-${name}`)
}
