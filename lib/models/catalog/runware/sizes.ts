// The size lists of Runware's Kling page, first one first: it is the form's default.
import type { Size } from '../../limits'

export const N1080: readonly Size[] = [
  { width: 1920, height: 1080, aspectRatio: '16:9' },
  { width: 1440, height: 1440, aspectRatio: '1:1' },
  { width: 1080, height: 1920, aspectRatio: '9:16' },
]
