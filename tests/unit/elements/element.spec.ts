import { expect, test } from '@playwright/test'
import { castAs } from '../../../lib/elements/cast'
import { elementFileIssues, elementIssues, savedElement } from '../../../lib/elements/element'
import { rowOf } from '../../../lib/models/catalog'
import { judge } from '../../../lib/models/judge'

const front = { asset: 'a' }
const paths = (draft: unknown) => elementIssues(draft).map(({ path }) => path)

test('a name alone, pictures with a voice, or a film make an element', () => {
  for (const lawful of [
    { name: 'keeper' },
    { name: 'Старик-1', description: 'A keeper of sixty.', frontalImage: front, tags: ['Character', 'Others'] },
    { name: 'keeper', frontalImage: front, images: [front, front, front], voices: [{ ref: 'v' }] },
    { name: 'keeper', videos: [{ url: 'https://example.com/a.mp4' }] },
  ])
    expect(elementIssues(lawful)).toEqual([])
})

test('each broken rule is named at its own path', () => {
  const cases: [object, string[]][] = [
    [{}, ['name']],
    [{ name: '' }, ['name']],
    [{ name: 'a'.repeat(21) }, ['name']],
    [{ name: 'the keeper' }, ['name']],
    [{ name: 'keeper-' }, ['name']],
    [{ name: 'voice_1' }, ['name']],
    [{ name: 'k', images: [front] }, ['frontalImage']],
    [{ name: 'k', frontalImage: front, images: [front, front, front, front] }, ['images']],
    [{ name: 'k', frontalImage: front, images: [] }, ['images']],
    [{ name: 'k', frontalImage: front, videos: [front] }, ['videos']],
    [{ name: 'k', videos: [front, front] }, ['videos']],
    [{ name: 'k', videos: [front], voices: [front] }, ['voices']],
    [{ name: 'k', voices: [front] }, ['voices']],
    [{ name: 'k', frontalImage: front, voices: [front, front] }, ['voices']],
    [{ name: 'k', tags: ['Villain'] }, ['tags.0']],
    [{ name: 'k', tags: ['Item', 'Item'] }, ['tags.1']],
    [{ name: 'k', frontalImage: {} }, ['frontalImage']],
    [{ name: 'k', colour: 'red' }, ['']],
  ]
  for (const [draft, wanted] of cases) expect(paths(draft), JSON.stringify(draft)).toEqual(wanted)
})

test('a wrong name does not hide what the parts forbid each other', () => {
  expect(paths({ name: 'a b', images: [front] }).sort()).toEqual(['frontalImage', 'name'])
  const put = savedElement.safeParse({ name: 'k', version: 1, voices: [front] })
  expect(put.error?.issues.map(({ path }) => path.join('.'))).toEqual(['voices'])
})

test('a file of another kind, or one that is gone, is refused at its place', () => {
  const film = {
    id: 'f',
    kind: 'video' as const,
    mime: 'video/mp4',
    bytes: 1,
    name: 'f.mp4',
    sha256: '',
    url: '',
    createdAt: '',
  }
  const file = (id: string) => (id === 'f' ? film : undefined)
  const issues = elementFileIssues(
    { frontalImage: { asset: 'f' }, voices: [{ asset: 'f' }], images: [{ asset: 'x' }] },
    file,
  )
  expect(issues.map(({ path }) => path)).toEqual(['frontalImage', 'images.0'])
})

test('an element of the library is lawful in an order, with its name as the id', () => {
  const times = { createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' }
  const use = castAs({
    id: crypto.randomUUID(),
    version: 3,
    name: 'keeper',
    frontalImage: front,
    tags: ['Character'],
    ...times,
  })
  expect(use).toEqual({ id: 'keeper', frontalImage: front, tags: ['Character'] })
  const row = rowOf('runware', 'klingai:kling-video@3-pro')
  const workflow = row?.workflows.find(({ id }) => id === 'image-to-video')
  if (!row || !workflow) throw new Error('no such row')
  const input = { prompt: '@keeper waits', duration: 5, firstFrame: front, elements: [use] }
  expect(judge(row, workflow, input, 'placing')).toEqual([])
})
