import { expect, test } from '@playwright/test'
import type { Asset } from '../../../lib/media/asset'
import { faceCheck } from '../../../lib/models/check/part'
import { faceIssues } from '../../../lib/models/face'

const limits = { sound: { min: 2, max: 60 }, overlap: 2 }
const choice = { session: 's', face: 'f', from: 0, to: 4, at: 3 }
const said = (value: unknown) =>
  (faceCheck(limits).safeParse(value).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`)

test('two seconds of sound, and two of them while the face is seen', () => {
  expect(said({ ...choice, seen: { from: 2, to: 9 } })).toEqual([])
  expect(said({ ...choice, to: 1.5 })).toEqual(['to: This part of the sound lasts 1.5 s; at least 2 s are needed.'])
  expect(said({ ...choice, seen: { from: 6, to: 9 } })).toEqual([
    'at: Sound and face meet for 1 s; at least 2 s are needed.',
  ])
})

const files: Record<string, Partial<Asset>> = { film: { duration: 6 }, sound: { duration: 3.5 } }
const file = (id: string) => files[id] as Asset | undefined

test('the piece ends within the sound and within the film', () => {
  const input = { sourceVideo: { asset: 'film' }, audio: { asset: 'sound' }, faces: choice }
  expect(faceIssues(input, file).map(({ path, message }) => `${path}: ${message}`)).toEqual([
    'faces.to: The sound lasts 3.5 s; 4 s is beyond its end.',
    'faces.at: The film lasts 6 s; this piece would end at 7 s.',
  ])
  expect(faceIssues({ ...input, faces: { ...choice, to: 3.5, at: 2.5 } }, file)).toEqual([])
  expect(faceIssues({ faces: choice }, file)).toEqual([])
})
