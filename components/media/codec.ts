const words: readonly [RegExp, string][] = [
  [/^avc/, 'H.264'],
  [/^(hvc1|hev1|hevc)/, 'HEVC'],
  [/^vp0?9/, 'VP9'],
  [/^av01|^av1/, 'AV1'],
  [/^mp4a|^aac/, 'AAC'],
]

/** "H.264 + AAC" from what the file itself says. */
export const codecs = (said: string) =>
  said
    .split(/,\s*/)
    .map((one) => words.find(([form]) => form.test(one))?.[1] ?? one)
    .join(' + ')
