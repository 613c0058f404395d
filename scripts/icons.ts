import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'

// `node scripts/icons.ts`: draws assets/icons/icon.svg in the sizes and containers that the systems want. The results
// are checked in, so that a build needs no browser.

const folder = join(import.meta.dirname, '..', 'assets', 'icons')

/** Sizes in pixels of the PNG files for Linux; the largest is the window's icon too. */
const LINUX = [16, 24, 32, 48, 64, 128, 256, 512]

/** Sizes in an ICO file. */
const WINDOWS = [16, 24, 32, 48, 64, 128, 256]

/** Types of an ICNS file that hold PNG, with their sizes. Source: Apple's icon container, as `iconutil` writes it. */
const MAC: readonly (readonly [type: string, size: number])[] = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
]

/** Draws the SVG at some sizes; what is outside of the drawing stays transparent. */
async function draw(svg: string, sizes: readonly number[]): Promise<ReadonlyMap<number, Buffer>> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const page = await browser.newPage()
    const drawn = new Map<number, Buffer>()
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size })
      await page.setContent(
        `<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
      )
      drawn.set(size, await page.screenshot({ omitBackground: true }))
    }
    return drawn
  } finally {
    await browser.close()
  }
}

function pngOf(drawn: ReadonlyMap<number, Buffer>, size: number): Buffer {
  const png = drawn.get(size)
  if (!png) throw new Error(`size ${size} was not drawn`)
  return png
}

/** An ICO file of PNG pictures. */
function icoOf(pictures: readonly { readonly size: number; readonly png: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let at = head.length
  for (const [i, { size, png }] of pictures.entries()) {
    const entry = 6 + 16 * i
    head.writeUInt8(size % 256, entry)
    head.writeUInt8(size % 256, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(at, entry + 12)
    at += png.length
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

/** An ICNS file of PNG pictures. */
function icnsOf(pictures: readonly { readonly type: string; readonly png: Buffer }[]): Buffer {
  const parts = pictures.map(({ type, png }) => {
    const head = Buffer.alloc(8)
    head.write(type, 'ascii')
    head.writeUInt32BE(png.length + 8, 4)
    return Buffer.concat([head, png])
  })
  const length = parts.reduce((sum, part) => sum + part.length, 8)
  const head = Buffer.alloc(8)
  head.write('icns', 'ascii')
  head.writeUInt32BE(length, 4)
  return Buffer.concat([head, ...parts])
}

const svg = readFileSync(join(folder, 'icon.svg'), 'utf8')
const drawn = await draw(svg, [...new Set([...LINUX, ...WINDOWS, ...MAC.map(([, size]) => size)])])
mkdirSync(join(folder, 'linux'), { recursive: true })
for (const size of LINUX) writeFileSync(join(folder, 'linux', `${size}x${size}.png`), pngOf(drawn, size))
writeFileSync(join(folder, 'icon.png'), pngOf(drawn, 512))
writeFileSync(join(folder, 'icon.ico'), icoOf(WINDOWS.map((size) => ({ size, png: pngOf(drawn, size) }))))
writeFileSync(
  join(folder, 'icon.icns'),
  icnsOf(MAC.map(([type, size]) => ({ type, png: pngOf(drawn, size) }))),
)
