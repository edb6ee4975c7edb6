// The size lists of Runware's Kling page, in its order: the first of each is the form's default.
import type { Size } from '../../limits'

const list = (resolution: string, ...sizes: readonly [number, number, string][]): readonly Size[] =>
  sizes.map(([width, height, aspectRatio]) => ({ width, height, aspectRatio, resolution }))

export const V720 = list('720p', [1280, 720, '16:9'], [720, 720, '1:1'], [720, 1280, '9:16'])
export const V1080 = list('1080p', [1920, 1080, '16:9'], [1080, 1080, '1:1'], [1080, 1920, '9:16'])
export const N720 = list('720p', [1280, 720, '16:9'], [960, 960, '1:1'], [720, 1280, '9:16'])
export const N1080 = list('1080p', [1920, 1080, '16:9'], [1440, 1440, '1:1'], [1080, 1920, '9:16'])
export const N4K = list('4K', [3840, 2160, '16:9'], [2160, 3840, '9:16'], [2880, 2880, '1:1'])
export const I1K = list(
  '1K',
  [1024, 1024, '1:1'],
  [1248, 832, '3:2'],
  [832, 1248, '2:3'],
  [1168, 880, '4:3'],
  [880, 1168, '3:4'],
  [768, 1360, '9:16'],
  [1360, 768, '16:9'],
  [1552, 656, '21:9'],
)
export const I2K = list(
  '2K',
  [2048, 2048, '1:1'],
  [2496, 1664, '3:2'],
  [1664, 2496, '2:3'],
  [2336, 1760, '4:3'],
  [1760, 2336, '3:4'],
  [1536, 2720, '9:16'],
  [2720, 1536, '16:9'],
  [3104, 1312, '21:9'],
)
export const I4K = list(
  '4K',
  [4096, 4096, '1:1'],
  [4992, 3328, '3:2'],
  [3328, 4992, '2:3'],
  [4736, 3520, '4:3'],
  [3520, 4736, '3:4'],
  [3072, 5440, '9:16'],
  [5440, 3072, '16:9'],
  [6272, 2688, '21:9'],
)
