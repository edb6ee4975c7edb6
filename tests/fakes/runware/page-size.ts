// The size lists of Runware's pages, copied by hand as they are printed there.

export type Pair = readonly [number, number]
export const V720: readonly Pair[] = [
  [1280, 720],
  [720, 720],
  [720, 1280],
]
export const V1080: readonly Pair[] = [
  [1920, 1080],
  [1080, 1080],
  [1080, 1920],
]
export const N720: readonly Pair[] = [
  [1280, 720],
  [960, 960],
  [720, 1280],
]
export const N1080: readonly Pair[] = [
  [1920, 1080],
  [1440, 1440],
  [1080, 1920],
]
export const N2160: readonly Pair[] = [
  [3840, 2160],
  [2160, 3840],
  [2880, 2880],
]
export const I1K: readonly Pair[] = [
  [1024, 1024],
  [1248, 832],
  [832, 1248],
  [1168, 880],
  [880, 1168],
  [768, 1360],
  [1360, 768],
  [1552, 656],
]
export const I2K = I1K.map(([width, height]): Pair => [width * 2, height * 2])
export const I4K: readonly Pair[] = [
  [4096, 4096],
  [4992, 3328],
  [3328, 4992],
  [4736, 3520],
  [3520, 4736],
  [3072, 5440],
  [5440, 3072],
  [6272, 2688],
]
