// Fountain, the plain-text screenplay: every paragraph of action is a shot, speech belongs to the shot before it.
import { linesOf, type Script, type ScriptShot, timed, wrongLine } from './script'

const heading = /^(?:(?:INT|EXT|EST|INT\.?\/EXT|I\/E)[. ].*|\.[^.].*)$/i
const transition = /^(?:>(?!.*<\s*$).*|[^a-z]*(?:TO|FADE IN):)$/
/** Section, synopsis, page break, centred text, lyrics: kept word for word as notes. */
const aside = /^(?:#|=|>|~)/
const speaker = /^(?:@.+|[^a-z]*[A-Z][^a-z]*?(?:\([^)]*\))?\s*\^?)$/

const enclosed = /^\s*(?:\[\[[\s\S]*\]\]|\/\*[\s\S]*\*\/)\s*$/

/**
 * Notes of a shot stand between its heading and its words; what has its place elsewhere says so in a line above it:
 * “Before the scene:” above the heading, “After the shot:” below the last words, “Title page:” ahead of everything.
 */
const places = ['Title page', 'Before the scene', 'After the shot'] as const
type Place = (typeof places)[number]
const placed = new RegExp(`^(${places.join('|')}):\\n([\\s\\S]+)$`)
const put = (place: Place, text: string) => `${place}:\n${text}`

type Paragraph = { lines: string[] }

function paragraphs(lines: readonly string[]): Paragraph[] {
  const found: Paragraph[] = []
  let open: Paragraph | undefined
  for (const line of lines) {
    if (line.trim() === '') open = undefined
    else if (open) open.lines.push(line)
    else {
      open = { lines: [line] }
      found.push(open)
    }
  }
  return found
}

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
  if (!/^[A-Za-z ]+:/.test(lines[0] ?? '') || transition.test(lines[0] ?? '')) return { page: [], end: 0 }
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
  const last = between.findLastIndex((part) => heading.test(part))
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
  for (const { lines: own } of paragraphs(lines.slice(end))) {
    const [first = '', ...rest] = own
    const whole = own.join('\n')
    const last = shots.at(-1)
    if (own.length === 1 && heading.test(first)) {
      scene = first
      between.push(first)
    } else if (own.length === 1 && (transition.test(first) || aside.test(first))) between.push(first)
    else if (enclosed.test(whole)) between.push(whole)
    else if (rest.length > 0 && speaker.test(first)) {
      if (last && between.length === 0) last.dialogue = last.dialogue ? `${last.dialogue}\n\n${whole}` : whole
      else add({ prompt: '', duration: seconds, fromScript: true, dialogue: whole })
    } else add(timed(whole, seconds))
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
    parts.push(...notes['Before the scene'])
    if (shot.scene !== undefined && shot.scene !== scene)
      parts.push(heading.test(shot.scene) ? shot.scene : `.${shot.scene}`)
    scene = shot.scene
    parts.push(...notes.plain)
    if (shot.prompt) parts.push(shot.fromScript ? shot.prompt : `${shot.prompt} (${shot.duration} s)`)
    if (shot.dialogue) parts.push(shot.dialogue)
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
  for (const part of notes ? notes.split('\n\n') : []) {
    const [, name, text = ''] = placed.exec(part) ?? []
    const place = places.find((one) => one === name)
    if (place === 'Title page') found[place].push(...text.split('\n'))
    else if (place) found[place].push(heading.test(text) ? text : asFountain(text))
    else found.plain.push(asFountain(part))
  }
  return found
}

const asFountain = (note: string) =>
  transition.test(note) || aside.test(note) || enclosed.test(note) ? note : `[[${note}]]`
