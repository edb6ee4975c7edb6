// The letters: Geist for Latin and Cyrillic, and of Noto Sans SC only those slices that a text needs.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { GlobalFonts } from '@napi-rs/canvas'

const require = createRequire(import.meta.url)
const geist = path.join(path.dirname(require.resolve('geist/font/sans')), 'fonts')
const han = path.dirname(require.resolve('@fontsource-variable/noto-sans-sc/package.json'))

const faces = {
  words: 'geist-sans/Geist-Medium.ttf',
  figures: 'geist-mono/GeistMono-Medium.ttf',
  numeral: 'geist-sans/Geist-Light.ttf',
}
const family = (name) => `Reelboard ${name}`
const registered = new Set()

function register(file, name) {
  if (registered.has(name)) return
  if (!GlobalFonts.registerFromPath(file, family(name))) throw new Error(`The font ${path.basename(file)} is missing.`)
  registered.add(name)
}

let slices
function readSlices() {
  const ranges = JSON.parse(readFileSync(path.join(han, 'unicode.json'), 'utf8'))
  return Object.entries(ranges).map(([key, list]) => ({
    name: key.replace(/[[\]]/g, ''),
    ranges: list.split(',').map((range) => {
      const [first, last = first] = range.replace('U+', '').split('-')
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
    }),
  }))
}

/** The CSS font for a text in one of our faces at `pixels`; sets what the context needs besides. */
export function setFont(context, face, pixels, text = '') {
  register(path.join(geist, faces[face]), face)
  const beyond = [...new Set(text)].map((letter) => letter.codePointAt(0)).filter((code) => code > 0x24f)
  slices ??= beyond.length ? readSlices() : undefined
  const needed = (slices ?? []).filter(({ ranges }) =>
    beyond.some((code) => ranges.some(([first, last]) => code >= first && code <= last)),
  )
  for (const { name } of needed) register(path.join(han, 'files', `noto-sans-sc-${name}-wght-normal.woff2`), name)
  const families = [face, ...needed.map(({ name }) => name)].map((name) => `"${family(name)}"`)
  context.font = `${pixels}px ${families.join(', ')}, sans-serif`
  // The slices are variable and would be hair-thin; Geist's own files have one weight and ignore it.
  context.fontVariationSettings = "'wght' 470"
}
