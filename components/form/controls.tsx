// One control for every kind of value; a kind without one does not compile.
import type { ComponentType } from 'react'
import type { Kind } from '@/lib/models/limits'
import { Asset } from './asset'
import { Assets } from './assets'
import { Choice } from './choice'
import type { ControlProps } from './control'
import { Duration } from './duration'
import { Elements } from './elements'
import { Frames } from './frames'
import { Measure } from './number'
import { Raw } from './raw'
import { Shots } from './shots'
import { Size } from './size'
import { Text } from './text'
import { Toggle } from './toggle'
import { Voices } from './voices'

export const controls: { [K in Kind]: ComponentType<ControlProps<K>> } = {
  text: Text,
  choice: Choice,
  whole: Measure,
  decimal: Measure,
  toggle: Toggle,
  size: Size,
  duration: Duration,
  asset: Asset,
  assets: Assets,
  frames: Frames,
  shots: Shots,
  voices: Voices,
  elements: Elements,
  raw: Raw,
}
