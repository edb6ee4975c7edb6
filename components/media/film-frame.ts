// A film that the browser opens out of sight, to draw frames of it.

/** Milliseconds for one step; whoever stands behind in the line must not wait for ever for a film that does not come. */
const patience = 60_000

/** `seek` ends when the frame at that second stands in the film. Throws where the browser cannot show the film. */
export async function withFilm<T>(
  url: string,
  draw: (film: HTMLVideoElement, seek: (second: number) => Promise<void>) => Promise<T>,
): Promise<T> {
  const film = document.createElement('video')
  film.muted = true
  film.preload = 'auto'
  film.src = url
  try {
    await heard(film, 'loadeddata')
    return await draw(film, (second) => {
      film.currentTime = second
      return heard(film, 'seeked')
    })
  } finally {
    film.removeAttribute('src')
    film.load()
  }
}

/** What is drawn, as a small picture. */
export const stillOf = (canvas: HTMLCanvasElement) =>
  new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/webp', 0.85))

function heard(film: HTMLVideoElement, event: 'loadeddata' | 'seeked'): Promise<void> {
  return new Promise((done, fail) => {
    const refuse = () => fail(new Error('The film cannot be shown.'))
    if (film.error) return refuse()
    const late = setTimeout(refuse, patience)
    const settle = (end: () => void) => () => {
      clearTimeout(late)
      end()
    }
    film.addEventListener(event, settle(done), { once: true })
    film.addEventListener('error', settle(refuse), { once: true })
  })
}
