// Words into lines, also where there are no spaces, and no comma ever at the start of one.

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u
const closing = /^[、。，．：；！？）】》〉」』〕”’…·—～%,.;:!?)\]}]$/u
const opening = /^[（【《〈「『〔“‘([{]$/u

/** The smallest pieces between which a line may break; `gap` says that a space stands before. */
function pieces(paragraph) {
  const found = []
  for (const word of paragraph.split(/\s+/u).filter(Boolean)) {
    let gap = found.length > 0
    let piece = ''
    const close = () => {
      if (piece) found.push({ text: piece, gap })
      if (piece) gap = false
      piece = ''
    }
    let before = ''
    for (const letter of word) {
      const loose = wide.test(letter) || wide.test(before)
      if (loose && !closing.test(letter) && !opening.test(before)) close()
      else if (/[-–—/]/u.test(before) && /\p{L}/u.test(letter) && piece.length > 2) close()
      piece += letter
      before = letter
    }
    close()
  }
  return found
}

/** Greedy lines of at most `width`; a piece that is wider than a line is broken between letters. `measure` is asked for pieces only. */
export function lines(text, width, measure) {
  return text
    .split(/\n+/u)
    .filter((paragraph) => paragraph.trim())
    .flatMap((paragraph) => {
      const made = []
      let line = ''
      let used = 0
      const put = (piece) => {
        const gap = line && piece.gap ? ' ' : ''
        const more = measure(piece.text) + (gap ? measure(gap) : 0)
        if (line && used + more > width) {
          made.push(line)
          line = ''
          used = 0
          put(piece)
        } else if (!line && more > width && piece.text.length > 1 && !piece.single) {
          for (const letter of letters(piece.text)) put({ text: letter, gap: false, single: true })
        } else {
          line += gap + piece.text
          used += more
        }
      }
      for (const piece of pieces(paragraph)) put(piece)
      return line ? [...made, line] : made
    })
}

const letters = (text) => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment)

/** The same number of lines, as even as they can be. */
export function balanced(text, width, measure) {
  const best = lines(text, width, measure)
  if (best.length < 2) return best
  let [low, high] = [width / 2, width]
  while (high - low > 8) {
    const middle = (low + high) / 2
    if (lines(text, middle, measure).length > best.length) low = middle
    else high = middle
  }
  return lines(text, high, measure)
}
