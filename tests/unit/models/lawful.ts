// Draws lawful inputs for any row and workflow, and single breaches of them, from what the row says alone.
import fc from 'fast-check'
import type { Medium } from '../../../lib/media/medium'
import {
  type Camera,
  cameraAxes,
  type ElementUse,
  type FaceChoice,
  type Input,
  type InputKey,
  type Shot,
} from '../../../lib/models/input'
import type { Limits } from '../../../lib/models/limits'
import type { Workflow } from '../../../lib/models/row'
import { holds, keysIn } from '../../../lib/models/rules'
import { asText } from '../../../lib/models/shot'
import type { FieldId } from '../../../lib/models/vocabulary'

const words = 'a harbour at dawn, gulls über 漢字 🌊 '
/** One number makes a text: its length, and which ones come. Long ones are cheap to draw. */
const text = (min: number, max: number) =>
  fc
    .integer({ min: Math.max(1, min), max: Math.min(max, Math.max(min, 40)) })
    .map((length) => [...words.repeat(Math.ceil(length / 20))].slice(0, length).join(''))
const media: fc.Arbitrary<Medium> = fc.oneof(
  fc.nat(99_999).map((at) => ({ ref: `media-${at}` })),
  fc.nat(99_999).map((at) => ({ url: `https://files.example/${at}.png` })),
)
const list = (max: number, min = 1) => fc.array(media, { minLength: min, maxLength: Math.min(max, 12) })
const seconds = (limits: Limits['duration']) =>
  'values' in limits ? fc.constantFrom(...limits.values) : fc.integer({ min: limits.min, max: limits.max })

/** Shots whose seconds add up to a length that the model makes. */
function shotsOf(limits: Limits['shots'], length: Limits['duration'] | undefined): fc.Arbitrary<Shot[]> {
  const total = length ? seconds(length) : fc.integer({ min: 3, max: 15 })
  return fc.tuple(fc.integer({ min: 1, max: limits.max }), total).chain(([count, sum]) => {
    const parts = Math.min(count, sum)
    const each = Math.floor(sum / parts)
    return fc
      .tuple(...Array.from({ length: parts }, () => text(1, limits.words.max)))
      .map((prompts) => prompts.map((prompt, at) => ({ prompt, duration: at === 0 ? sum - each * (parts - 1) : each })))
  })
}

function elementsOf({ max, pictures, tags, byId }: Limits['elements']): fc.Arbitrary<ElementUse[]> {
  if (byId)
    return fc.uniqueArray(digits, { minLength: 1, maxLength: max }).map((ids) => ids.map((known) => ({ id: known })))
  const id = fc.nat(99).map((at) => `hero-${at}`)
  const pictured = fc.record(
    {
      id,
      frontalImage: media,
      description: text(1, 40),
      images: list(pictures),
      voices: list(1),
      tags: fc.constantFrom(...(tags ?? ['Character'])).map((tag) => [tag]),
    },
    { requiredKeys: ['id', 'frontalImage'] },
  )
  const one: fc.Arbitrary<ElementUse> = fc.oneof(
    pictured,
    id.map((name) => ({ id: name })),
    fc.record({ id, videos: list(1) }),
  )
  return fc.uniqueArray(one, { minLength: 1, maxLength: max, selector: (element) => element.id })
}

const digits = fc.bigInt({ min: 10n ** 17n, max: 10n ** 19n }).map(String)

function cameraOf({ types, most }: Limits['camera']): fc.Arbitrary<Camera> {
  const by = fc.integer({ min: 1, max: most * 10 }).map((tenths) => tenths / 10)
  const simple = fc
    .tuple(fc.constantFrom(...cameraAxes), by, fc.boolean())
    .map(([axis, far, back]): Camera => ({ type: 'simple', config: { [axis]: back ? -far : far } }))
  const whole = types.filter((type) => type !== 'simple')
  return whole.length
    ? fc.oneof(
        simple,
        fc.constantFrom(...whole).map((type): Camera => ({ type })),
      )
    : simple
}

function brushOf({ max, points }: Limits['brush']): fc.Arbitrary<Input> {
  const pixel = fc.nat(1999)
  const trajectories = fc.array(fc.record({ x: pixel, y: pixel }), { minLength: points.min, maxLength: points.max })
  const area = fc.record({ mask: fc.nat(99).map((at): Medium => ({ ref: `mask-${at}` })), trajectories })
  return fc
    .record(
      {
        staticMask: fc.constant<Medium>({ ref: 'still' }),
        dynamicMasks: fc.array(area, { minLength: 1, maxLength: max }),
      },
      { requiredKeys: ['dynamicMasks'] },
    )
    .map((one): Input => one)
}

function faceOf({ sound, overlap }: Limits['faces']): fc.Arbitrary<FaceChoice> {
  const millisecond = (min: number, max: number) =>
    fc.integer({ min: min * 1000, max: max * 1000 }).map((time) => time / 1000)
  return fc
    .tuple(fc.nat(99), millisecond(0, 10), millisecond(overlap, sound.max - 10), millisecond(0, 50))
    .map(([name, from, lasts, at]) => ({
      session: `session-${name}`,
      face: String(name),
      from,
      to: Math.round((from + lasts) * 1000) / 1000,
      at,
    }))
}

/** What one field may hold, as the keys of the input that it fills. */
function drawnFor(field: FieldId, workflow: Workflow): fc.Arbitrary<Input> | undefined {
  const { fields } = workflow
  const under = (key: InputKey, value: fc.Arbitrary<unknown>) => value.map((one): Input => ({ [key]: one }))
  switch (field) {
    case 'size': {
      const sizes = fields.size?.limits.sizes ?? []
      const shaped = fields.size?.limits.as === 'shape'
      return fc
        .constantFrom(...sizes)
        .map(({ width, height, aspectRatio }) => (shaped ? { aspectRatio } : { width, height }))
    }
    case 'duration':
      return fields.duration && under(field, seconds(fields.duration.limits))
    case 'shots':
      return fields.shots && under(field, shotsOf(fields.shots.limits, fields.duration?.limits))
    case 'elements':
      return fields.elements && under(field, elementsOf(fields.elements.limits))
    case 'frames': {
      const framesAt = fields.frames?.limits.placed
        ? { framesAt: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 2 }) }
        : {}
      const lastFrame = fields.frames?.limits.ends === 'both' ? { lastFrame: media } : {}
      const parts: { [K in keyof Input]?: fc.Arbitrary<unknown> } = { firstFrame: media, ...lastFrame, ...framesAt }
      return fc.record(parts, { requiredKeys: ['firstFrame'] }).map((drawn) => drawn as Input)
    }
    case 'referenceImages':
    case 'referenceVideos':
      return under(field, list(fields[field]?.limits.max ?? 4, fields[field]?.limits.min))
    case 'voices':
      return under(field, list(fields[field]?.limits.max ?? 4))
    case 'sourceVideo':
    case 'image':
    case 'audio':
    case 'sceneImage':
    case 'styleImage':
    case 'clothImage':
      return under(field, fields[field]?.limits.id ? digits.map((ref) => ({ ref })) : media)
    case 'camera':
      return fields.camera && under(field, cameraOf(fields.camera.limits))
    case 'brush':
      return fields.brush && brushOf(fields.brush.limits)
    case 'faces':
      return fields.faces && under(field, faceOf(fields.faces.limits))
    case 'expand': {
      const side = fc.integer({ min: 0, max: 3 }).map((tenths) => tenths / 10)
      return under(field, fc.record({ up: side, down: side, left: side, right: side }))
    }
    case 'effectScene':
    case 'selection':
    case 'voice':
      return under(
        field,
        fc.nat(99_999).map((at) => `name_${at}`),
      )
    case 'soundEffects':
    case 'music':
      return under(field, text(1, fields[field]?.limits.max ?? 40))
    case 'prompt':
    case 'negativePrompt': {
      const { min = 1, max = 200 } = fields[field]?.limits ?? {}
      return under(field, text(min, max))
    }
    case 'uploadEndpoint':
      return under(
        field,
        fc.nat(999).map((at) => `https://store.example/put/${at}?signed=1`),
      )
    case 'sound':
    case 'keepOriginalSound':
    case 'fast':
    case 'asmr':
    case 'watermark':
    case 'offPeak':
    case 'safetyCheck':
      return under(field, fc.boolean())
    case 'shotType':
    case 'characterOrientation':
    case 'motionLevel':
    case 'resolution':
    case 'outputFormat':
    case 'safetyMode':
    case 'mode':
    case 'editMode':
    case 'language':
    case 'resultType':
    case 'seriesAmount':
    case 'imageReference':
    case 'fps':
      return under(field, fc.constantFrom(...(fields[field]?.limits.options ?? [])))
    case 'guidance':
    case 'speed':
    case 'imageFidelity':
    case 'humanFidelity':
    case 'soundVolume':
    case 'originalAudioVolume': {
      const { min = 0, max = 1 } = fields[field]?.limits ?? {}
      return under(field, fc.double({ min, max, noNaN: true }))
    }
    case 'numberResults':
    case 'outputQuality':
    case 'ttl': {
      const { min = 1, max = 100_000 } = fields[field]?.limits ?? {}
      return under(field, fc.integer({ min, max }))
    }
    case 'extra':
      return undefined
  }
}

/** Any lawful input: every needed field, some of the others, made to agree with each other as the row's sentences say. */
export function lawful(workflow: Workflow): fc.Arbitrary<Input> {
  const fields = Object.keys(workflow.fields) as FieldId[]
  const parts = fields.flatMap((field) => {
    const value = drawnFor(field, workflow)
    if (!value) return []
    const needed = workflow.fields[field]?.required === true
    return [{ field, draw: needed ? value : fc.option(value, { nil: {}, freq: 1 }), full: value }]
  })
  const drawn = fc.tuple(...parts.map(({ draw }) => draw)).map((values): Input => Object.assign({}, ...values))
  const spare = fc.tuple(...parts.map(({ full }) => full)).map((values): Input => Object.assign({}, ...values))
  return fc.tuple(drawn, spare).map(([input, more]) => agreed(workflow, input, more))
}

function agreed(workflow: Workflow, first: Input, more: Input): Input {
  const input: Record<string, unknown> = { ...first }
  const written = workflow.fields.shots?.limits.written
  if (written !== undefined && first.shots && asText(first.shots).length > written) delete input.shots
  for (let round = 0; round < 6; round++)
    for (const rule of workflow.rules ?? []) {
      if (rule.force === 'offering' || !holds(rule.when, input)) continue
      if ('bars' in rule) for (const key of keysIn(rule.bars)) delete input[key]
      if ('needs' in rule) for (const key of keysIn(rule.needs)) input[key] ??= more[key]
      if ('atLeastOne' in rule) {
        const [key] = rule.atLeastOne
        if (key && !rule.atLeastOne.some((one) => input[one] !== undefined)) input[key] = more[key]
      }
      if ('exactlyOne' in rule) {
        const [kept, ...others] = rule.exactlyOne.filter((group) => group.some((key) => input[key] !== undefined))
        for (const key of others.flat()) delete input[key]
        if (!kept) for (const key of rule.exactlyOne[0] ?? []) input[key] = more[key]
      }
      if ('narrows' in rule && input[rule.narrows] !== undefined)
        input[rule.narrows] = narrower(input[rule.narrows], rule.to)
      if ('wants' in rule) input[rule.wants] = rule.is
      if ('count' in rule)
        for (const key of rule.count.filter((one) => Array.isArray(input[one])))
          input[key] = (input[key] as unknown[]).slice(0, Math.max(1, Math.floor(rule.max / rule.count.length)))
      if ('references' in rule) Object.assign(input, fewer(input))
      if ('sum' in rule && Array.isArray(input.shots) && input.duration !== undefined)
        input.duration = (input.shots as Shot[]).reduce((sum, one) => sum + one.duration, 0)
    }
  return input
}

/** The nearest that tighter limits allow: the start of a list, one of the options or lengths. */
function narrower(value: unknown, to: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(value)) return typeof to.max === 'number' ? value.slice(0, to.max) : value
  const options = to.options ?? to.values
  if (value === undefined || !Array.isArray(options)) return value
  return options.includes(value) ? value : options[0]
}

/** One of each at most, and no element of film beside anything: lawful under every way of counting. */
function fewer({ elements, referenceImages }: Input): Input {
  const one = elements?.find(({ videos }) => !videos)
  return {
    ...(elements ? { elements: one ? [one] : elements.map(({ id }) => ({ id })).slice(0, 1) } : {}),
    ...(referenceImages ? { referenceImages: referenceImages.slice(0, 1) } : {}),
  }
}

export type Breach = { name: string; path: string; input: Input }

/** Every single breach that this lawful input can be given, each with the path that must be named. */
export function breaches(workflow: Workflow, good: Input): Breach[] {
  const { fields } = workflow
  const found: Breach[] = []
  const add = (name: string, path: string, change: Record<string, unknown>, without: readonly InputKey[] = []) => {
    const input: Record<string, unknown> = { ...good, ...change }
    for (const key of without) delete input[key]
    found.push({ name, path, input })
  }
  add('unknown field', 'colour', { colour: 'red' })
  const [ours] = fields.extra?.limits.taken ?? []
  if (ours) add('carried over a field of ours', `extra.${ours}`, { extra: { [ours]: 'x' } })
  for (const field of Object.keys(fields) as FieldId[]) {
    const use = fields[field]
    if (!use) continue
    const { limits } = use
    const key = field === 'size' ? 'aspectRatio' : (field as InputKey)
    if (use.required && field !== 'frames') add(`${field} missing`, key, {}, [key])
    if (field === 'prompt' && 'max' in limits && limits.max && good.prompt !== undefined)
      add('too many words', 'prompt', { prompt: 'x'.repeat(limits.max + 1) })
    if (field === 'prompt' && 'min' in limits && (limits.min ?? 0) > 1 && good.prompt !== undefined)
      add('too few words', 'prompt', { prompt: 'x' })
    if (field === 'size' && good.aspectRatio !== undefined) add('no such shape', 'aspectRatio', { aspectRatio: '5:4' })
    if (field === 'size' && good.width !== undefined) {
      add('unlisted size', 'width', { width: 1001, height: 1003 })
      add('half a size', 'height', {}, ['height'])
    }
    if (field === 'duration' && good.shots === undefined) {
      add('no such length', 'duration', { duration: 99 })
      add('a length in words', 'duration', { duration: '5' })
      if ('values' in limits || ('step' in limits && limits.step === 1))
        add('a broken second', 'duration', { duration: 5.5 })
    }
    if (field === 'shots' && good.shots?.[0]) {
      const [shot, ...others] = good.shots
      add('seven shots', 'shots', { shots: Array.from({ length: 7 }, () => ({ ...shot, duration: 1 })), duration: 7 })
      add('long shot', 'shots.0.prompt', { shots: [{ ...shot, prompt: 'x'.repeat(513) }, ...others] })
      add('empty shot', 'shots.0.prompt', { shots: [{ ...shot, prompt: '' }, ...others] })
      add('no seconds', 'shots.0.duration', { shots: [{ ...shot, duration: 0 }, ...others] })
      const sum = good.shots.reduce((total, one) => total + one.duration, 0)
      add('lengths that do not add up', 'duration', { duration: sum === 4 ? 5 : 4 })
    }
    if (field === 'frames') add('no medium', 'firstFrame', { firstFrame: { path: '/etc' } })
    if (
      (field === 'referenceImages' || field === 'referenceVideos') &&
      'max' in limits &&
      typeof limits.max === 'number'
    ) {
      const several = Array.from({ length: limits.max + 1 }, (_, at) => ({ ref: `m${at}` }))
      if (good[field]) add(`too many ${field}`, field, { [field]: several })
      if (good[field]) add(`${field} without a medium`, `${field}.0.ref`, { [field]: [{ ref: '' }] })
    }
    if (field === 'elements' && good.elements) {
      const most = use.limits as Limits['elements']
      const many = Array.from({ length: most.max + 1 }, (_, at) => ({ id: `e${at}` }))
      add('one element too many', 'elements', { elements: many })
      add('pictures without a frontal one', 'elements.0.frontalImage', {
        elements: [{ id: 'a', images: [{ ref: 'x' }] }],
      })
      add('an element without a name', 'elements.0.id', { elements: [{ id: '' }] })
    }
    if ('options' in limits && field !== 'fps' && good[field as InputKey] !== undefined)
      add(`${field} unheard of`, field, { [field]: 'unheard of' })
    if (field === 'camera' && good.camera)
      add('two axes at once', 'camera.config', { camera: { type: 'simple', config: { pan: 1, tilt: 1 } } })
    if (field === 'brush' && good.dynamicMasks) {
      const [first] = good.dynamicMasks
      const path = [{ x: 1, y: 1 }]
      add('a path of one point', 'dynamicMasks.0.trajectories', { dynamicMasks: [{ ...first, trajectories: path }] })
      add('seven areas', 'dynamicMasks', { dynamicMasks: Array.from({ length: 7 }, () => first) })
    }
    if (field === 'faces' && good.faces)
      add('too little sound', 'faces.to', { faces: { ...good.faces, from: 3, to: 4 } })
    if (field === 'expand' && good.expand)
      add('four times the picture', 'expand', { expand: { up: 1, down: 0, left: 1, right: 0 } })
    if ((field === 'sound' || field === 'fast' || field === 'watermark') && good[field] !== undefined)
      add(`${field} as a word`, field, { [field]: 'yes' })
    if (
      field === 'imageFidelity' ||
      field === 'speed' ||
      field === 'guidance' ||
      field === 'numberResults' ||
      field === 'outputQuality'
    )
      add(`${field} outside`, field, { [field]: 101 })
    if (field === 'ttl') add('ttl below a minute', 'ttl', { ttl: 59 })
    if (field === 'uploadEndpoint') add('no address', 'uploadEndpoint', { uploadEndpoint: 'somewhere' })
  }
  for (const rule of workflow.rules ?? []) {
    if (!('markers' in rule) || good.prompt === undefined) continue
    add('unknown handle', 'prompt', { prompt: 'Here @nobody walks' })
    add('marker without an entry', 'prompt', { prompt: `Here <<<${rule.markers}_99>>> walks` })
  }
  return found
}
