// Judges a task object by the pages: every way in which it breaks them, with the field that does.
import { inputs } from './judge-input'
import { type Flow, type FlowName, type Page, pages } from './page'
import { type Bag, bag, length, missing, ref, say, stranger, type Verdict, whole } from './verdict'

const platform: Readonly<Record<string, (value: unknown, image: boolean) => string | undefined>> = {
  taskType: () => undefined,
  taskUUID: () => undefined,
  model: () => undefined,
  outputType: (value, image) => among(value, image ? ['URL', 'base64Data', 'dataURI'] : ['URL']),
  outputFormat: (value, image) => among(value, image ? ['JPG', 'PNG', 'WEBP'] : ['MP4', 'WEBM', 'MOV']),
  outputQuality: (value) => within(value, 20, 99),
  deliveryMethod: (value, image) => among(value, image ? ['sync', 'async'] : ['async']),
  webhookURL: (value) => address(value),
  uploadEndpoint: (value) => address(value),
  ttl: (value) => within(value, 60, Number.MAX_SAFE_INTEGER),
  includeCost: (value) => (typeof value === 'boolean' ? undefined : 'a boolean'),
  numberResults: (value) => within(value, 1, 20),
  safety: (value, image) => safety(value, image),
}
const among = (value: unknown, allowed: unknown[]) =>
  allowed.includes(value) ? undefined : `one of ${allowed.join(', ')}`
const within = (value: unknown, from: number, to: number) =>
  whole(value) && value >= from && value <= to ? undefined : `an integer from ${from} to ${to}`
const address = (value: unknown) => (typeof value === 'string' && URL.canParse(value) ? undefined : 'a URI')
function safety(value: unknown, image: boolean): string | undefined {
  const { checkContent, mode, ...others } = bag(value)
  const fine =
    (checkContent === undefined || typeof checkContent === 'boolean') &&
    (mode === undefined || (!image && ['none', 'fast', 'full'].includes(String(mode)))) &&
    Object.keys(others).length === 0 &&
    Object.keys(bag(value)).length > 0
  return fine ? undefined : image ? '{ checkContent }' : '{ checkContent, mode: none | fast | full }'
}

/** Empty: the pages allow it. */
export function judge(task: Bag): Verdict[] {
  const model = String(task.model ?? '')
  const page = pages[model]
  if (!page)
    return [say(task.model === undefined ? 'missingModel' : 'invalidModel', 'model', `Unknown model '${model}'.`)]
  const image = page.task === 'imageInference'
  const found: Verdict[] = []
  if (task.taskType !== page.task)
    found.push(say('invalidTaskType', 'taskType', `${model} needs ${page.task}.`, [page.task]))
  for (const [key, value] of Object.entries(task)) {
    const wrong = platform[key]?.(value, image)
    if (wrong) found.push(say('invalidValue', key, `Invalid value for '${key}': ${wrong} is expected.`))
  }
  if (task.ttl !== undefined && task.outputType !== undefined && task.outputType !== 'URL')
    found.push(say('incompatibleParameters', ['ttl', 'outputType'], "'ttl' works with outputType URL only."))
  if (page.unknown) return found
  const name = flowOf(page, task)
  const flow = page.flows[name]
  if (!flow) {
    const needed = page.flows.i2v && name === 't2v' ? [missing(page.legacy ? 'frameImages' : 'inputs.frameImages')] : []
    return [
      ...found,
      ...(needed.length ? needed : [say('invalidWorkflow', 'inputs', `${model} does not know ${name}.`)]),
    ]
  }
  return [...found, ...top(task, page, flow), ...inputs(task, page, flow), ...settings(task, page, flow, name)]
}

function flowOf(page: Page, task: Bag): FlowName {
  const has = bag(task.inputs)
  if (page.flows.only) return 'only'
  if (has.video !== undefined) return 'v2v'
  if (has.referenceVideos !== undefined && page.flows.mc) return 'mc'
  const references = has.referenceImages !== undefined || has.referenceVideos !== undefined
  if (references && page.flows.r2v) return 'r2v'
  if (references && page.flows.i2i) return 'i2i'
  if (has.frameImages !== undefined || task.frameImages !== undefined) return 'i2v'
  return page.task === 'imageInference' ? 't2i' : 't2v'
}

function top(task: Bag, page: Page, flow: Flow): Verdict[] {
  const found: Verdict[] = []
  const known = [
    'positivePrompt',
    'negativePrompt',
    'CFGScale',
    'width',
    'height',
    'duration',
    'resolution',
    'inputs',
    'providerSettings',
  ]
  if (page.legacy) known.push('frameImages')
  for (const key of Object.keys(task)) if (!known.includes(key) && !platform[key]) found.push(stranger(key))
  const shots = bag(bag(task.providerSettings).klingai).multiPrompt
  const { positivePrompt, negativePrompt, CFGScale, resolution } = task
  if (!flow.prompt && positivePrompt !== undefined) found.push(stranger('positivePrompt'))
  if (flow.prompt && positivePrompt !== undefined) found.push(...text('positivePrompt', positivePrompt, flow.prompt))
  if (flow.prompt && positivePrompt === undefined && !flow.prompt.optional && shots === undefined)
    found.push(missing('positivePrompt'))
  if (page.promptOrShots && positivePrompt !== undefined && shots !== undefined)
    found.push(
      say(
        'incompatibleParameters',
        ['positivePrompt', 'providerSettings.klingai.multiPrompt'],
        'Give a prompt or segments.',
      ),
    )
  if (negativePrompt !== undefined)
    found.push(
      ...(flow.negative ? text('negativePrompt', negativePrompt, { min: 2, max: 2500 }) : [stranger('negativePrompt')]),
    )
  if (CFGScale !== undefined) {
    if (!flow.guidance) found.push(stranger('CFGScale'))
    else if (typeof CFGScale !== 'number' || CFGScale < 0 || CFGScale > 1)
      found.push(say('invalidCFGScale', 'CFGScale', 'CFGScale must lie between 0 and 1.'))
  }
  if (resolution !== undefined) {
    if (!flow.resolution) found.push(stranger('resolution'))
    else if (!flow.resolution.includes(String(resolution)))
      found.push(say('invalidResolution', 'resolution', 'Unknown resolution.', [...flow.resolution]))
    else if (task.width !== undefined)
      found.push(say('incompatibleParameters', 'resolution', 'Not with width and height.'))
  }
  return [...found, ...size(task, flow), ...seconds(task, flow, shots)]
}

function text(parameter: string, value: unknown, { min, max }: { min: number; max: number }): Verdict[] {
  if (typeof value === 'string' && length(value) >= min && length(value) <= max) return []
  return [say('invalidPromptLength', parameter, `'${parameter}' must have ${min} to ${max} characters.`)]
}

function size({ width, height, inputs: given }: Bag, flow: Flow): Verdict[] {
  if (width === undefined && height === undefined) return flow.sized ? [missing('width'), missing('height')] : []
  if (width === undefined) return [missing('width')]
  if (height === undefined) return [missing('height')]
  const both = ['width', 'height']
  if (flow.sizes === 'none') return [say('unsupportedParameter', both, 'The size follows the input here.')]
  if (bag(given).frameImages !== undefined && flow.inputs.frameImages)
    return [say('incompatibleParameters', both, 'Give frame images or a size.')]
  if (flow.sizes.some(([w, h]) => w === width && h === height)) return []
  return [
    say(
      'unsupportedDimensions',
      both,
      `Unsupported size ${width}x${height}.`,
      flow.sizes.map(([w, h]) => `${w}x${h}`),
    ),
  ]
}

function seconds({ duration }: Bag, flow: Flow, shots: unknown): Verdict[] {
  const total = Array.isArray(shots)
    ? shots.reduce<number>((sum, one) => sum + Number(bag(one).duration), 0)
    : undefined
  if (total !== undefined && duration !== undefined && duration !== total)
    return [say('invalidDuration', 'duration', `'duration' is ${duration}, its segments have ${total} s.`)]
  const value = duration ?? total
  if (value === undefined || flow.seconds === 'any') return []
  if (flow.seconds === 'none') return [stranger('duration')]
  const allowed = allowedSeconds(flow.seconds)
  if (allowed.some((one) => one === value)) return []
  return [say('unsupportedDuration', 'duration', `Unsupported duration ${value}.`, allowed)]
}

const allowedSeconds = (range: readonly number[] | { from: number; to: number }): number[] =>
  'from' in range ? Array.from({ length: range.to - range.from + 1 }, (_, at) => range.from + at) : [...range]

function settings(task: Bag, page: Page, flow: Flow, name: FlowName): Verdict[] {
  const at = 'providerSettings.klingai'
  const { klingai, ...foreign } = bag(task.providerSettings)
  const given = bag(klingai)
  const found = Object.keys(foreign).map((key) => stranger(`providerSettings.${key}`))
  const video = bag(task.inputs).referenceVideos !== undefined || name === 'v2v'
  for (const [key, value] of Object.entries(given)) {
    const here = `${at}.${key}`
    const barred =
      !flow.settings.includes(key) ||
      (page.promptOrShots && (key === 'keepOriginalSound' ? !video : video)) ||
      (key === 'keepOriginalSound' && !video)
    if (barred) found.push(stranger(here))
    else found.push(...setting(key, here, value, given))
  }
  return found
}

function setting(key: string, at: string, value: unknown, all: Bag): Verdict[] {
  if (key === 'multiPrompt') return segments(at, value)
  if (key === 'shotType')
    return [
      ...(value === 'customize' ? [] : [say('invalidShotType', at, 'Unknown shot type.', ['customize'])]),
      ...(all.multiPrompt === undefined ? [say('missingParameter', at, 'Only with multiPrompt.')] : []),
    ]
  if (key === 'characterOrientation')
    return value === 'image' || value === 'video'
      ? []
      : [say('invalidValue', at, 'image or video.', ['image', 'video'])]
  if (key.endsWith('Volume'))
    return typeof value === 'number' && value >= 0 ? [] : [say('invalidValue', at, 'A number.')]
  return typeof value === 'boolean' ? [] : [say('invalidType', at, 'A boolean is expected.')]
}

function segments(at: string, value: unknown): Verdict[] {
  if (!Array.isArray(value) || value.length < 1 || value.length > 6) return [say('arrayLength', at, '1 to 6 segments.')]
  return value.flatMap((one, index) => {
    const { prompt, duration, ...others } = bag(one)
    const here = `${at}[${index}]`
    const counts = Number.isInteger(Number(duration)) && Number(duration) >= 1 && duration !== ''
    return [
      ...(ref(prompt) && length(String(prompt)) <= 512
        ? []
        : [say('invalidPromptLength', `${here}.prompt`, '1 to 512 characters.')]),
      ...(counts ? [] : [say('invalidDuration', `${here}.duration`, 'Whole seconds.')]),
      ...Object.keys(others).map((key) => stranger(`${here}.${key}`)),
    ]
  })
}
