// The part of a task object that holds media.
import type { Flow, InputName, Page } from './page'
import { type Bag, bag, list, missing, ref, say, stranger, type Verdict } from './verdict'

export function inputs(task: Bag, page: Page, flow: Flow): Verdict[] {
  const given = bag(task.inputs)
  const found: Verdict[] = []
  const legacy = task.frameImages !== undefined
  for (const [key, value] of Object.entries(given)) {
    const limit = flow.inputs[key as InputName]
    const at = `inputs.${key}`
    if (!limit) found.push(stranger(at))
    else if (Array.isArray(value) && (value.length === 0 || value.length > limit.max))
      found.push(say('arrayLength', at, `'${at}' takes 1 to ${limit.max}.`))
    else found.push(...medium(key, at, value, page))
  }
  if (legacy) {
    const at = 'frameImages'
    const many = list(task.frameImages).length
    const limit = flow.inputs.frameImages
    if (!limit) found.push(stranger(at))
    else if (many === 0 || many > limit.max) found.push(say('arrayLength', at, `'${at}' takes 1 to ${limit.max}.`))
    else found.push(...frames(at, task.frameImages, 'inputImage', page))
    if (given.frameImages !== undefined) found.push(say('duplicateParameter', at, 'Frame images are given twice.'))
  }
  for (const [key, limit] of Object.entries(flow.inputs))
    if (limit.min && given[key] === undefined && !(key === 'frameImages' && legacy))
      found.push(missing(`inputs.${key}`))
  const images = list(given.referenceImages).length
  if (page.videosAs === 'objects' && given.referenceVideos !== undefined && images > 4)
    found.push(say('maxReferenceImages', 'inputs.referenceImages', 'With a reference video at most 4 images.'))
  return found
}

function medium(key: string, at: string, value: unknown, page: Page): Verdict[] {
  if (key === 'frameImages') return frames(at, value, 'image', page)
  if (key === 'elements') return list(value).flatMap((one, index) => element(`${at}[${index}]`, bag(one)))
  if (key === 'referenceVideos') return list(value).flatMap((one, index) => video(`${at}[${index}]`, one, page))
  const single = key === 'video' || key === 'image' || key === 'audio'
  if (single !== !Array.isArray(value)) return [say('invalidType', at, `'${at}' has the wrong type.`)]
  return list(value).flatMap((one, index) =>
    ref(one) ? [] : [say('invalidMedia', single ? at : `${at}[${index}]`, 'No media.')],
  )
}

function frames(at: string, value: unknown, key: string, page: Page): Verdict[] {
  if (!Array.isArray(value)) return [say('invalidType', at, `'${at}' must be a list.`)]
  const ends = page.lastFrame ? ['first', 'last', 0, -1] : ['first', 0]
  return value.flatMap((one, index) => {
    const { [key]: image, frame, ...others } = bag(one)
    const here = `${at}[${index}]`
    return [
      ...(ref(image) ? [] : [missing(`${here}.${key}`)]),
      ...(frame === undefined || ends.includes(frame as string)
        ? []
        : [say('invalidFrame', `${here}.frame`, 'Unknown frame.', ends)]),
      ...Object.keys(others).map((other) => stranger(`${here}.${other}`)),
    ]
  })
}

function video(at: string, value: unknown, page: Page): Verdict[] {
  const source = page.videosAs === 'objects' ? bag(value).video : value
  const named = ref(source) && !String(source).startsWith('data:')
  const feature = page.videosAs !== 'objects' || bag(value).referType === 'feature'
  return [
    ...(named ? [] : [say('invalidReferenceVideo', at, 'A media id or a URL is needed.')]),
    ...(feature ? [] : [say('invalidReferType', `${at}.referType`, 'Only feature.', ['feature'])]),
  ]
}

function element(at: string, given: Bag): Verdict[] {
  const { id, description, frontalImage, images, videos, voices, tags, ...others } = given
  const few = (key: string, value: unknown, max: number) =>
    value === undefined || (Array.isArray(value) && value.length >= 1 && value.length <= max && value.every(ref))
      ? []
      : [say('arrayLength', `${at}.${key}`, `1 to ${max}.`)]
  return [
    ...(ref(id) ? [] : [missing(`${at}.id`)]),
    ...(description === undefined || typeof description === 'string'
      ? []
      : [say('invalidType', `${at}.description`, 'Text.')]),
    ...(frontalImage === undefined || ref(frontalImage)
      ? []
      : [say('invalidMedia', `${at}.frontalImage`, 'No media.')]),
    ...few('images', images, 3),
    ...few('videos', videos, 1),
    ...few('voices', voices, 1),
    ...few('tags', tags, 8),
    ...(images !== undefined && frontalImage === undefined ? [missing(`${at}.frontalImage`)] : []),
    ...(videos !== undefined && (frontalImage !== undefined || voices !== undefined)
      ? [say('incompatibleParameters', `${at}.videos`, 'Not with pictures or voices.')]
      : []),
    ...Object.keys(others).map((key) => stranger(`${at}.${key}`)),
  ]
}
