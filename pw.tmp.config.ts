import base from '/work/wt/window/playwright.config.ts'
export default { ...base, timeout: 400_000, expect: { timeout: 90_000 }, retries: 0, reporter: [['list']], outputDir: '/tmp/window/pw' }
