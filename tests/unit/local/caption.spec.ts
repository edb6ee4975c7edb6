import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { expect, test } from '@playwright/test'
import { captions } from '../../../lib/providers/local/render/caption.mjs'
import { numberOf } from '../../../lib/providers/local/render/film.mjs'
import { slate } from '../../../lib/providers/local/render/slate.mjs'
import { setFont } from '../../../lib/providers/local/render/type.mjs'
import { balanced, lines } from '../../../lib/providers/local/render/wrap.mjs'

const pagesOf = (size: { width: number; height: number }, words: string) => captions(size, 1, words)

/** The rectangle of what a page touches. */
function reach(touched: Int32Array | undefined, width: number) {
  const found = { left: width, right: 0, top: Number.POSITIVE_INFINITY, bottom: 0 }
  for (let at = 0; touched && at < touched.length; at += 3) {
    const [column, row] = [(touched[at] ?? 0) % width, Math.floor((touched[at] ?? 0) / width)]
    found.left = Math.min(found.left, column)
    found.right = Math.max(found.right, column)
    found.top = Math.min(found.top, row)
    found.bottom = Math.max(found.bottom, row)
  }
  return found
}

const texts = {
  Latin: 'Wide aerial over a slate sea: “first light” — çé ñ äöüß ø ł ő, 100 % & more?',
  Cyrillic: 'Широкий план с воздуха: «серое» море на рассвете, ещё съёмка. Її ґанок, ўсё',
  Chinese: '黎明时分，俯瞰灰蓝色的大海。“谁在那里？”他轻声问道。繁體字：燈塔、龍、龘！（完）',
}

/** The drawing of one letter, as bytes. */
function drawn(letter: string, text: string): string {
  const context = createCanvas(40, 48).getContext('2d')
  setFont(context as SKRSContext2D, 'words', 28, text)
  context.fillText(letter, 4, 34)
  return Buffer.from(context.getImageData(0, 0, 40, 48).data).toString('base64')
}

for (const [script, text] of Object.entries(texts))
  test(`has a letter for everything in ${script} words`, () => {
    // No font has a drawing for these; what stands for them is what a missing letter looks like.
    const missing = new Set(['\u{10fffd}', '\u{ffffd}'].map((letter) => drawn(letter, text)))
    expect(missing.size).toBe(1)
    const without = [...new Set(text.replace(/\s/g, ''))].filter((letter) => missing.has(drawn(letter, text)))
    expect(without).toEqual([])
  })

const wide = (text: string) => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0)

test('breaks between words, and Chinese anywhere but before a comma', () => {
  expect(lines('A white lighthouse stands alone', 12, wide)).toEqual(['A white', 'lighthouse', 'stands alone'])
  expect(lines('灯塔在海上，灯还亮着。', 10, wide)).toEqual(['灯塔在海', '上，灯还亮', '着。'])
  expect(lines('他说“谁在那里”吗', 8, wide).every((line: string) => !/^[”，。]|[“]$/.test(line))).toBe(true)
})

test('loses no letter, whatever the words are', () => {
  const bare = (text: string) => text.replace(/\s/g, '')
  for (const text of [
    ...Object.values(texts),
    'Donaudampfschifffahrtsgesellschaftskapitän',
    'one\n\ntwo   three',
    'a-b/c—d',
  ])
    for (const width of [3, 7, 20, 200]) {
      expect(bare(lines(text, width, wide).join(''))).toBe(bare(text))
      expect(bare(balanced(text, width, wide).join(''))).toBe(bare(text))
    }
})

for (const [width, height] of [
  [1280, 720],
  [720, 1280],
  [720, 720],
] as const)
  test(`stays inside the frame of ${width}×${height} with as many words as can be asked for`, () => {
    for (const text of Object.values(texts)) {
      const pages = pagesOf({ width, height }, text.repeat(60).slice(0, 2500))
      expect(pages.length).toBeGreaterThan(1)
      for (const { top, touched } of pages) {
        const { left, right, top: highest, bottom } = reach(touched[0], width)
        expect(left).toBeGreaterThan(24)
        expect(right).toBeLessThan(width - 24)
        expect(bottom).toBeLessThan(height - 12)
        expect(highest).toBeGreaterThan(height * 0.55)
        expect(top).toBeGreaterThan(height * 0.55)
      }
    }
  })

test('a part of a longer film bears no number, unless it is known which shot of that film it is', () => {
  expect([0, 1].map((index) => numberOf({}, index))).toEqual([1, 2])
  expect([0, 1].map((index) => numberOf({ bare: true }, index))).toEqual([undefined, undefined])
  expect(numberOf({ bare: true, first: 7 }, 0)).toBe(7)
})

test('without a number the words begin at the margin, and the wall of a slate is empty', () => {
  const size = { width: 320, height: 180 }
  const left = (number: number | undefined) => reach(captions(size, number, 'Hill.')[0]?.touched[0], 320).left
  const numbered = captions(size, 1, 'Hill.')[0]?.touched[0]?.length ?? 0
  expect(captions(size, undefined, 'Hill.')[0]?.touched[0]?.length).toBeLessThan(numbered)
  expect(Math.abs(left(undefined) - left(1))).toBeLessThan(4)
  const brightest = (number: number | undefined) => Math.max(...(slate(size, number).list[0]?.bytes ?? []))
  expect(brightest(1)).toBeGreaterThan(100)
  expect(brightest(undefined)).toBeLessThan(70)
})

test('shows 512 characters of a shot on one page of every film', () => {
  for (const [width, height] of [
    [1280, 720],
    [720, 1280],
  ] as const)
    expect(pagesOf({ width, height }, 'The lamp turns once. '.repeat(30).slice(0, 512))).toHaveLength(1)
})
