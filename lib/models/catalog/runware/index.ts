// Kling's models on Runware, newest first.
import type { Row } from '../../row'
import { classic } from './classic'
import { pictureModels } from './image'
import { video26 } from './video-2-6'
import { video3 } from './video-3'
import { turbo } from './video-3-turbo'
import { videoO1 } from './video-o1'
import { videoO3 } from './video-o3'
import { voice } from './voice'

export const runware: readonly Row[] = [
  ...video3,
  turbo,
  ...videoO3,
  ...videoO1,
  ...video26,
  ...classic,
  ...voice,
  ...pictureModels,
]
