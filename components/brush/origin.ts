// Which picture a mask was painted on, remembered in this browser: a mask alone says its size and nothing more.

const place = 'reelboard.masks'
const keptMost = 200

function read(): [mask: string, picture: string][] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place) ?? '[]')
    return Array.isArray(found) ? found.filter((one) => Array.isArray(one) && one.length === 2) : []
  } catch {
    return []
  }
}

export function rememberOrigin(masks: readonly string[], picture: string) {
  const others = read().filter(([mask]) => !masks.includes(mask))
  try {
    localStorage.setItem(place, JSON.stringify([...others, ...masks.map((mask) => [mask, picture])].slice(-keptMost)))
  } catch {
    // A browser that keeps nothing forgets it; sizes are still compared.
  }
}

/** The asset id of the picture, where this browser painted the mask. */
export const originOf = (mask: string): string | undefined => read().find(([one]) => one === mask)?.[1]
