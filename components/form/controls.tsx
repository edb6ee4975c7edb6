// One control for every kind of value; a kind without one does not compile. The larger ones arrive when they are needed.
import { type ComponentType, lazy, Suspense } from 'react'
import type { Kind } from '@/lib/models/limits'
import { Choice } from './choice'
import type { ControlProps } from './control'
import { Duration } from './duration'
import { Name } from './name'
import { Measure } from './number'
import { Raw } from './raw'
import { Size } from './size'
import { Text } from './text'
import { Toggle } from './toggle'

function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  // What is lazy takes the same props; its type says so only for props that are known here.
  const Late = lazy(async () => ({ default: await load() })) as unknown as ComponentType<P>
  return (props) => (
    <Suspense>
      <Late {...props} />
    </Suspense>
  )
}

export const controls: { [K in Kind]: ComponentType<ControlProps<K>> } = {
  text: Text,
  choice: Choice,
  name: Name,
  whole: Measure,
  decimal: Measure,
  toggle: Toggle,
  size: Size,
  duration: Duration,
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
  raw: Raw,
}
