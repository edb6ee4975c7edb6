// Fountain, paragraph by paragraph: what each one is, and how words that look like something else are marked as a shot's.

const natural = /^(?:INT|EXT|EST|INT\.?\/EXT|I\/E)[. ].*$/i
const forced = /^\.[^.].*$/
const transition = /^(?:>(?!.*<\s*$).*|[^a-z]*(?:TO|FADE IN):)$/
/** Section, synopsis, page break, centred text, lyrics: each line by itself, kept word for word as a note. */
const aside = /^(?:#|=|>|~)/
const speaker = /^(?:@.+|[^\p{Ll}]*\p{Lu}[^\p{Ll}]*?(?:\([^)]*\))?\s*\^?)$/u
const enclosed = /^\s*(?:\[\[[\s\S]*\]\]|\/\*[\s\S]*\*\/)\s*$/
const titleKey =
  /^(?:title|credit|authors?|source|notes|draft date|date|contact|copyright|revision|format|font|language):/i
/** Above a paragraph that belongs to the shot before it. */
const sameShot = '[[the same shot]]'
const spoken = /^\[\[Dialogue:\n([\s\S]*)\]\]$/

export const isHeading = (text: string) => natural.test(text) || forced.test(text)
export const isTransition = (text: string) => !text.includes('\n') && transition.test(text)
export const isAside = (text: string) => text.split('\n').every((line) => aside.test(line))
export const isEnclosed = (text: string) => enclosed.test(text)
export const isTitle = (line: string) => titleKey.test(line) && !isTransition(line)

/** A scene by its heading: without the point that only says that it is one. */
export const sceneIn = (line: string) => (forced.test(line) && !natural.test(line.slice(1)) ? line.slice(1) : line)
export const asHeading = (scene: string) => (natural.test(scene) ? scene : `.${scene}`)

/** A note or a boneyard may hold empty lines. */
const isOpen = (text: string) => /\/\*|\[\[/.test(text.replace(/\/\*[\s\S]*?\*\/|\[\[[\s\S]*?\]\]/g, ''))

/** What stands between empty lines. */
export function blocksOf(text: string): string[] {
  const found: string[] = []
  let open: string[] = []
  const close = () => {
    while (open.at(-1)?.trim() === '') open.pop()
    if (open.length > 0) found.push(open.join('\n'))
    open = []
  }
  for (const line of text.split('\n')) {
    // Two blanks keep a speech going.
    const goesOn =
      open.length > 0 &&
      line.trim() === '' &&
      (isOpen(open.join('\n')) || (line === '  ' && speaker.test(open[0] ?? '')))
    if (line.trim() !== '' || goesOn) open.push(line)
    else close()
  }
  close()
  return found
}

/** Paragraphs of a text: what stands between empty lines, and lines that always stand by themselves. */
export const partsOf = (text: string): string[] => blocksOf(text).flatMap(withoutAsides)

/** Taken out of a block of action: lines that are no part of what stands around them. */
function withoutAsides(block: string): string[] {
  if (isEnclosed(block) || isSpeech(block) || /^(?:!|\[\[the same shot\]\]\n!)/.test(block)) return [block]
  const found: string[] = []
  let open = false
  for (const line of block.split('\n')) {
    const alone = aside.test(line)
    if (open && !alone) found.push(`${found.pop()}\n${line}`)
    else found.push(line)
    open = !alone
  }
  return found
}

export function isSpeech(part: string): boolean {
  const [first = '', ...rest] = part.split('\n')
  return rest.length > 0 && !first.startsWith('!') && !aside.test(first) && speaker.test(first)
}

/** Read as it stands, it would be something else than the words of a shot. */
const misread = (words: string): boolean =>
  isTitle(words) ||
  words.startsWith(sameShot) ||
  isHeading(words) ||
  isTransition(words) ||
  isEnclosed(words) ||
  isSpeech(words) ||
  words.split('\n').some((line) => aside.test(line)) ||
  (words.startsWith('!') && misread(words.slice(1)))

/** The words of a shot: a mark before those that would be misread, and one between those that belong together. */
export function asAction(words: string): string[] {
  const blocks = blocksOf(words).map((block) => (misread(block) ? `!${block}` : block))
  return blocks.map((block, at) => (at === 0 ? block : `${sameShot}\n${block}`))
}

/** The words of a paragraph; `more`: they belong to the shot before. */
export function wordsOf(part: string): { words: string; more: boolean } {
  const more = part.startsWith(`${sameShot}\n`)
  const said = more ? part.slice(sameShot.length + 1) : part
  return { words: said.startsWith('!') && misread(said.slice(1)) ? said.slice(1) : said, more }
}

/** What is spoken, where a note says it because nobody is named. */
export const spokenIn = (part: string) => spoken.exec(part)?.[1]
export const asSpeech = (dialogue: string) =>
  blocksOf(dialogue).every(isSpeech) ? dialogue : `[[Dialogue:\n${dialogue}]]`
