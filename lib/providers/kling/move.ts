// Camera and motion brush ↔ camera_control, static_mask and dynamic_masks.
import type { Issue } from '../../errors'
import { type Camera, cameraAxes, type DynamicMask } from '../../models/input'
import { type Bag, type Cell, isBag, type Taken } from '../wire'
import { medium, named, numeric, readMedium } from './cell'

const asNumbers = 'Numbers in quotes are sent without them.'

export const camera: Cell = {
  at: 'camera_control',
  keys: ['camera'],
  write: (input) => input.camera,
  take: (value) => {
    if (!isBag(value)) return { issues: [{ path: '', message: 'An object { type, config } is needed.' }] }
    const { type, config, ...more } = value
    const issues: Issue[] = Object.keys(more).map((path) => ({ path, message: 'There are type and config alone.' }))
    if (typeof type !== 'string') issues.push({ path: 'type', message: 'A type is needed, such as simple.' })
    const axes = axesOf(config)
    if (axes === undefined) issues.push({ path: 'config', message: `Numbers for ${cameraAxes.join(', ')} are needed.` })
    if (issues.length) return { issues }
    const found = { type, ...(axes && Object.keys(axes).length ? { config: axes } : {}) } as Camera
    const quoted = isBag(config) && Object.values(config).some((by) => typeof by === 'string')
    return {
      input: { camera: found },
      notes: [...(config === 'None' ? ['config “None” is left out.'] : []), ...(quoted ? [asNumbers] : [])],
    }
  },
}

/** Presets come with no config, or with one that says so. */
function axesOf(config: unknown): Bag | undefined {
  if (config === undefined || config === null || config === 'None') return {}
  if (!isBag(config)) return
  const axes = Object.fromEntries(Object.entries(config).map(([axis, by]) => [axis, numeric(by)]))
  const known = Object.entries(axes).every(
    ([axis, by]) => cameraAxes.some((one) => one === axis) && typeof by === 'number',
  )
  return known ? axes : undefined
}

const dynamicMasks: Cell = {
  at: 'dynamic_masks',
  keys: ['dynamicMasks'],
  write: ({ dynamicMasks: list }, media) =>
    list?.map(({ mask, trajectories }) => ({ mask: named(mask, media), trajectories })),
  take: read,
}

export const brush: readonly Cell[] = [medium('staticMask', 'static_mask'), dynamicMasks]

function read(value: unknown): Taken {
  if (!Array.isArray(value)) return { issues: [{ path: '', message: 'A list of { mask, trajectories } is needed.' }] }
  const issues: Issue[] = []
  const found: DynamicMask[] = []
  let quoted = false
  for (const [at, one] of value.entries()) {
    const { mask, trajectories, ...more }: Bag = isBag(one) ? one : {}
    const picture = readMedium(mask)
    const path = Array.isArray(trajectories) ? trajectories.map(pointOf) : []
    quoted ||=
      Array.isArray(trajectories) &&
      trajectories.some((one) => typeof one?.x === 'string' || typeof one?.y === 'string')
    if (typeof picture === 'string') issues.push({ path: `${at}.mask`, message: picture })
    if (!Array.isArray(trajectories))
      issues.push({ path: `${at}.trajectories`, message: 'A list of { x, y } is needed.' })
    for (const [place, point] of path.entries())
      if (!point) issues.push({ path: `${at}.trajectories.${place}`, message: 'x and y in whole pixels are needed.' })
    for (const name of Object.keys(more))
      issues.push({ path: `${at}.${name}`, message: 'An area holds mask and trajectories alone.' })
    if (typeof picture !== 'string')
      found.push({ mask: picture, trajectories: path.filter((point) => point !== undefined) })
  }
  return issues.length ? { issues } : { input: { dynamicMasks: found }, notes: quoted ? [asNumbers] : [] }
}

function pointOf(value: unknown): { x: number; y: number } | undefined {
  if (!isBag(value)) return
  const [x, y] = [numeric(value.x), numeric(value.y)]
  return typeof x === 'number' && typeof y === 'number' && Object.keys(value).length === 2 ? { x, y } : undefined
}
