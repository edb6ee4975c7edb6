// One control for every kind of value; a kind without one does not compile. Most arrive after the page.
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import type { Kind } from '@/lib/models/limits'
import { patient } from '../ui/late'
import type { ControlProps } from './control'
import { Text } from './text'

type Control<P> = ((props: P) => ReactNode) & { load?: () => Promise<unknown> }

function later<P extends object>(load: () => Promise<ComponentType<P>>): Control<P> {
  let held: Promise<{ default: ComponentType<P> }> | undefined
  const once = () => (held ??= patient(load).then((part) => ({ default: part })))
  // What is lazy takes the same props; its type says so only for props that are known here.
  const Late = lazy(once) as unknown as ComponentType<P>
  const control = (props: P) => (
    <Suspense>
      <Late {...props} />
    </Suspense>
  )
  return Object.assign(control, { load: once })
}

const measure = later(() => import('./number').then(({ Measure }) => Measure))

export const controls: { [K in Kind]: Control<ControlProps<K>> } = {
  text: Text,
  choice: later(() => import('./choice').then(({ Choice }) => Choice)),
  name: later(() => import('./name').then(({ Name }) => Name)),
  whole: measure,
  decimal: measure,
  toggle: later(() => import('./toggle').then(({ Toggle }) => Toggle)),
  size: later(() => import('./size').then(({ Size }) => Size)),
  duration: later(() => import('./duration').then(({ Duration }) => Duration)),
  asset: later(() => import('./asset').then(({ Asset }) => Asset)),
  assets: later(() => import('./assets').then(({ Assets }) => Assets)),
  frames: later(() => import('./frames').then(({ Frames }) => Frames)),
  shots: later(() => import('./shots').then(({ Shots }) => Shots)),
  voices: later(() => import('./voices').then(({ Voices }) => Voices)),
  elements: later(() => import('./elements').then(({ Elements }) => Elements)),
  camera: later(() => import('../camera/control').then(({ CameraControl }) => CameraControl)),
  brush: later(() => import('../brush/control').then(({ Brush }) => Brush)),
  faces: later(() => import('../lipsync/control').then(({ Faces }) => Faces)),
  selection: later(() => import('../selection/control').then(({ SelectionControl }) => SelectionControl)),
  expansion: later(() => import('./expansion').then(({ ExpansionControl }) => ExpansionControl)),
  raw: later(() => import('./raw').then(({ Raw }) => Raw)),
}

/** Done when every control of these kinds can be used. */
export const fetchControls = (kinds: readonly Kind[]) => Promise.all(kinds.map((kind) => controls[kind].load?.()))
