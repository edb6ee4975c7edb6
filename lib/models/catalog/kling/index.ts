// Kling's models by its own API, newest first.
import type { Row } from '../../row'
import { video1, video15, video16 } from './classic'
import { pictures } from './image'
import { omni1, omni3 } from './omni'
import { tools } from './tool'
import { turbo3 } from './turbo'
import { master2, master21, turbo25, video3, video21, video26 } from './video'

export const kling: readonly Row[] = [
  video3,
  turbo3,
  omni3,
  omni1,
  video26,
  turbo25,
  video21,
  master21,
  master2,
  video16,
  video15,
  video1,
  ...tools,
  ...pictures,
]
