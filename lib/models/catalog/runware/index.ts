// Kling's models on Runware, newest first.
import type { Row } from '../../row'
import { video3 } from './video-3'

export const runware: readonly Row[] = [...video3]
