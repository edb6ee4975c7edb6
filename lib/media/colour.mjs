/** How a film's colours are to be read: what it says itself, else by its size, as browsers do. In ffmpeg's words. */
export async function matrixOf(track) {
  const { matrix } = await track.getColorSpace()
  if (matrix === 'smpte170m' || matrix === 'bt470bg') return 'bt601'
  if (matrix === 'bt2020-ncl') return 'bt2020'
  if (matrix === 'bt709') return 'bt709'
  return (await track.getDisplayHeight()) < 720 ? 'bt601' : 'bt709'
}
