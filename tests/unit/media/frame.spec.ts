import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { StudioError } from '../../../lib/errors'
import { applyFix } from '../../../lib/media/fix.server'
import { frameOf } from '../../../lib/media/frame.server'
import { film, made, sound } from '../../media'
import { openShelf } from './shelf'

test.describe.configure({ mode: 'serial' })

let shelf: Awaited<ReturnType<typeof openShelf>>
test.beforeAll(async () => {
  shelf = await openShelf()
})
test.afterAll(() => shelf.close())

const codecs: [string, string, string[]][] = [
  ['H.264 with frames out of order', 'mp4', ['-c:v', 'libx264', '-bf', '3', '-g', '24', '-pix_fmt', 'yuv420p']],
  ['HEVC', 'mp4', ['-c:v', 'libx265', '-x265-params', 'log-level=none', '-tag:v', 'hvc1', '-pix_fmt', 'yuv420p']],
  ['VP8', 'webm', ['-c:v', 'libvpx', '-deadline', 'realtime']],
]

for (const [name, ending, words] of codecs)
  test(`a frame is exactly the one that is seen: ${name}`, async () => {
    const given = await made(ending, ['-f', 'lavfi', '-i', 'testsrc=s=320x180:r=24:d=3', ...words])
    const kept = await shelf.library.keep([given], `film.${ending}`)
    const from = await shelf.library.path(kept.id)
    for (const [at, frame] of [
      [undefined, 71],
      [1.02, 24],
      [0, 0],
    ] as const) {
      const drawn = await frameOf(shelf.library, kept, { at })
      const fine = 'scale=flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp,format=rgb24'
      const other = await made('png', ['-i', from, '-vf', `select=eq(n\\,${frame}),${fine}`, '-frames:v', '1'])
      const [one, two] = await Promise.all(
        [await shelf.library.path(drawn.id), other].map((file) => sharp(file).removeAlpha().raw().toBuffer()),
      )
      const sum = one?.reduce((all, value, place) => all + Math.abs(value - (two?.[place] ?? 0)), 0) ?? 0
      expect(one?.length).toBe(320 * 180 * 3)
      expect(sum / (one?.length ?? 1), `frame ${frame}`).toBeLessThan(1)
    }
  })

test('a picture with more bytes than are taken is kept as JPEG, and without a bound as PNG', async () => {
  const kept = await shelf.library.keep([await film(1)], 'film.mp4')
  const last = await frameOf(shelf.library, kept)
  expect(last.mime).toBe('image/png')
  expect((await applyFix(shelf.library, kept.id, { frame: {} })).id).toBe(last.id)
  expect((await frameOf(shelf.library, kept, { most: 1_000 })).mime).toBe('image/jpeg')
})

test('what has no such frame is refused in words', async () => {
  const said = (work: Promise<unknown>) =>
    work.then(
      () => 'drawn',
      (error: unknown) => (error instanceof StudioError ? `${error.code}: ${error.message}` : String(error)),
    )
  const [kept, tone] = [
    await shelf.library.keep([await film(2)], 'film.mp4'),
    await shelf.library.keep([await sound(1)], 'tone.wav'),
  ]
  expect(await said(frameOf(shelf.library, tone))).toBe('invalid: tone.wav is no film; only films have frames.')
  expect(await said(frameOf(shelf.library, kept, { at: 5 }))).toMatch(/^invalid: film\.mp4 lasts 2/)
})
