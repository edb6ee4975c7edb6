// Fountain, the plain-text screenplay: every paragraph of action is a shot, speech belongs to the shot before it.
import {
  asAction,
  asHeading,
  asSpeech,
  blocksOf,
  isAside,
  isEnclosed,
  isHeading,
  isSpeech,
  isTitle,
  isTransition,
  partsOf,
  sceneIn,
  spokenIn,
  wordsOf,
} from './fountain-part'
import { linesOf, type Script, type ScriptShot, timed, timedWords, wrongLine } from './script'

/**
 * Notes of a shot stand between its heading and its words; what has its place elsewhere says so in a line above it:
 * “Before the scene:” above the heading, “After the shot:” below the last words, “Title page:” ahead of everything.
 */
const places = ['Title page', 'Before the scene', 'After the shot'] as const
type Place = (typeof places)[number]
const placed = new RegExp(`^(${places.join('|')}):\\n([\\s\\S]+)$`)
const put = (place: Place, text: string) => `${place}:\n${text}`

/** Notes `[[ ]]` and boneyard must close; the line where they open is named when they do not. */
function mustClose(lines: readonly string[]) {
  const text = lines.join('\n')
  for (const [open, close] of [
    ['/*', '*/'],
    ['[[', ']]'],
  ] as const) {
    for (let at = text.indexOf(open); at >= 0; at = text.indexOf(open, at + 2)) {
      if (text.indexOf(close, at) >= 0) continue
      wrongLine(text.slice(0, at).split('\n').length, `“${open}” is never closed by “${close}”.`)
    }
  }
}

/** `page` is what it says besides a plain title, word for word. */
function titlePage(lines: readonly string[]): { title?: string; page: string[]; end: number } {
  if (!isTitle(lines[0] ?? '')) return { page: [], end: 0 }
  const end = lines.findIndex((line) => line.trim() === '')
  const page = lines.slice(0, end < 0 ? lines.length : end)
  const title = titleIn(page)
  return {
    ...(title ? { title } : {}),
    page: title && page[0] === `Title: ${title}` ? page.slice(1) : page,
    end: page.length,
  }
}

function titleIn(page: readonly string[]): string | undefined {
  const at = page.findIndex((line) => /^title:/i.test(line))
  if (at < 0) return
  const said = page[at]?.replace(/^title:\s*/i, '').trim() || page[at + 1]?.trim()
  return said?.replace(/^[_*]+|[_*]+$/g, '')
}

/** With this title: the page as it was written where it says so already. */
function titled(title: string | undefined, page: readonly string[]): string[] {
  if (!title || titleIn(page) === title) return [...page]
  const at = page.findIndex((line) => /^title:/i.test(line))
  if (at < 0) return [`Title: ${title}`, ...page]
  const next = page.findIndex((line, index) => index > at && !/^\s/.test(line))
  return [...page.slice(0, at), `Title: ${title}`, ...(next < 0 ? [] : page.slice(next))]
}

/** What stands between a shot and the one before, as notes. @param written its last heading is the shot's, and no note. */
function ahead(between: readonly string[], written: boolean): string[] {
  const last = between.findLastIndex(isHeading)
  const above = between.slice(0, written ? last : last + 1)
  return [...above.map((part) => put('Before the scene', part)), ...between.slice(last + 1)]
}

/** @param seconds for shots that bring none. */
export function readFountain(text: string, seconds: number): Script {
  const lines = linesOf(text)
  mustClose(lines)
  const { title, page, end } = titlePage(lines)
  const front = page.length ? [put('Title page', page.join('\n'))] : []
  const shots: ScriptShot[] = []
  let scene: string | undefined
  let between: string[] = []
  const add = (shot: ScriptShot) => {
    const last = shots.at(-1)
    const notes = [...(last ? [] : front), ...ahead(between, last?.scene !== scene)]
    shots.push({ ...shot, ...(scene ? { scene } : {}), ...(notes.length ? { notes: notes.join('\n\n') } : {}) })
    between = []
  }
  const speak = (said: string) => {
    const last = shots.at(-1)
    if (last && between.length === 0) last.dialogue = last.dialogue ? `${last.dialogue}\n\n${said}` : said
    else add({ prompt: '', duration: seconds, fromScript: true, dialogue: said })
  }
  /** The length of a shot stands at the end of all of its words. */
  let said = ''
  const act = (words: string) => {
    said = words
    add(timed(said, seconds))
  }
  const goOn = (shot: ScriptShot, words: string) => {
    said = `${said}\n\n${words}`
    delete shot.fromScript
    Object.assign(shot, timed(said, seconds))
  }
  for (const part of partsOf(lines.slice(end).join('\n'))) {
    const spoken = spokenIn(part)
    const { words, more } = wordsOf(part)
    const last = shots.at(-1)
    if (spoken !== undefined) speak(spoken)
    else if (more && last) goOn(last, words)
    else if (part.startsWith('!')) act(words)
    else if (isHeading(part)) {
      scene = sceneIn(part)
      between.push(part)
    } else if (isTransition(part) || isAside(part) || isEnclosed(part)) between.push(part)
    else if (isSpeech(part)) speak(part)
    else act(words)
  }
  const [final] = shots.slice(-1)
  const after = between.map((part) => put('After the shot', part))
  if (after.length && final) final.notes = [final.notes, ...after].filter(Boolean).join('\n\n')
  return { ...(title ? { title } : {}), shots }
}

export function writeFountain({ title, shots }: Script): string {
  const parts: string[] = []
  const front: string[] = []
  let scene: string | undefined
  for (const shot of shots) {
    const notes = notesOf(shot.notes)
    front.push(...notes['Title page'])
    const above = notes['Before the scene']
    if (shot.scene !== undefined && shot.scene !== scene) above.push(asHeading(shot.scene))
    scene = shot.scene
    above.push(...notes.plain)
    parts.push(...above)
    // Without words, speech alone makes a shot where it cannot be taken for that of the shot before.
    const silent = !shot.prompt.trim() && shot.fromScript && shot.dialogue && (above.length > 0 || shot === shots[0])
    if (!silent) parts.push(...asAction(timedWords(shot)))
    if (shot.dialogue) parts.push(asSpeech(shot.dialogue))
    parts.push(...notes['After the shot'])
  }
  const page = titled(title, front)
  return `${[...(page.length ? [page.join('\n')] : []), ...parts].join('\n\n')}\n`
}

/** By place, each as Fountain has it. */
function notesOf(notes = ''): Record<Place | 'plain', string[]> {
  const found: Record<Place | 'plain', string[]> = {
    'Title page': [],
    'Before the scene': [],
    'After the shot': [],
    plain: [],
  }
  for (const part of blocksOf(notes)) {
    const [, name, text = ''] = placed.exec(part) ?? []
    const place = places.find((one) => one === name)
    if (place === 'Title page') found[place].push(...text.split('\n'))
    else if (place) found[place].push(isHeading(text) ? text : asFountain(text))
    else found.plain.push(asFountain(part))
  }
  return found
}

const asFountain = (note: string) => (isTransition(note) || isAside(note) || isEnclosed(note) ? note : `[[${note}]]`)
