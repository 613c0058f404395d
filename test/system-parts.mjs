import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/**
 * What the tests need of the operating system: how to see that it is there, Debian's package for it, and what
 * it is for. Everything else comes with `npm ci`.
 */
export const SYSTEM_PARTS = [
  {
    probe: ['sh', '-c', 'command -v dbus-run-session'],
    debian: 'dbus',
    purpose: 'a private session bus for the keychain tests',
  },
  {
    probe: ['sh', '-c', 'command -v gnome-keyring-daemon'],
    debian: 'gnome-keyring',
    purpose: 'a real Secret Service',
  },
  {
    probe: ['sh', '-c', 'ldconfig -p | grep -q libsecret-1.so.0'],
    debian: 'libsecret-1-0',
    purpose: 'the library that talks to it',
  },
  {
    probe: ['sh', '-c', 'command -v soffice'],
    debian: 'libreoffice-calc',
    purpose: 'an independent reader of workbooks',
  },
  {
    probe: ['/usr/bin/python3', '-c', 'import openpyxl'],
    debian: 'python3-openpyxl',
    purpose: 'a second independent reader of workbooks',
  },
  {
    probe: ['sh', '-c', 'command -v chromium'],
    debian: 'chromium',
    purpose: 'the window of the end-to-end tests, where Electron is not installed',
  },
  { probe: ['sh', '-c', 'command -v git'], debian: 'git', purpose: 'the list of source files' },
]

const present = (part) => spawnSync(part.probe[0], part.probe.slice(1), { stdio: 'ignore' }).status === 0

const onDebian = () =>
  existsSync('/etc/os-release') &&
  /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'))

function install(packages) {
  const options = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  const get = (...words) => spawnSync('apt-get', [...words], options).status === 0
  const wanted = ['install', '-y', '--no-install-recommends', ...packages]
  return get(...wanted) || (get('update') && get(...wanted))
}

/** Installs what is missing on Debian or Ubuntu as root; elsewhere says what is missing and how to get it. */
export function ensureSystemParts() {
  const missing = SYSTEM_PARTS.filter((part) => !present(part))
  if (missing.length === 0) return true
  const packages = missing.map((part) => part.debian)
  if (onDebian() && process.getuid?.() === 0) {
    console.error(`installing ${packages.join(', ')}`)
    if (install(packages) && missing.every(present)) return true
  }
  console.error('The tests need parts of the operating system that are missing:')
  for (const part of missing) console.error(`  ${part.debian}: ${part.purpose}`)
  console.error(
    onDebian()
      ? `Install them with: sudo apt-get install -y ${packages.join(' ')}`
      : 'Install them with your package manager (the names above are those of Debian), or run the tests on Debian or Ubuntu.',
  )
  return false
}
