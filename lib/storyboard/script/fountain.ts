// Fountain, the plain-text screenplay: every paragraph of action is a shot, speech belongs to the shot before it.
import { linesOf, type Script, type ScriptShot, timed, wrongLine } from './script'

const heading = /^(?:(?:INT|EXT|EST|INT\.?\/EXT|I\/E)[. ].*|\.[^.].*)$/i
const transition = /^(?:>(?!.*<\s*$).*|[^a-z]*TO:)$/
/** Section, synopsis, page break, centred text, lyrics: kept word for word as notes of the next shot. */
const aside = /^(?:#|=|>|~)/
const speaker = /^(?:@.+|[^a-z]*[A-Z][^a-z]*?(?:\([^)]*\))?\s*\^?)$/

const enclosed = /^\s*(?:\[\[[\s\S]*\]\]|\/\*[\s\S]*\*\/)\s*$/

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

/** The title, and the rest of the page word for word, so that nothing of it is lost. */
function titlePage(lines: readonly string[]): { title?: string; rest: string[]; end: number } {
  if (!/^[A-Za-z ]+:/.test(lines[0] ?? '') || transition.test(lines[0] ?? '')) return { rest: [], end: 0 }
  const end = lines.findIndex((line) => line.trim() === '')
  const page = lines.slice(0, end < 0 ? lines.length : end)
  const at = page.findIndex((line) => /^title:/i.test(line))
  const inLine = at < 0 ? '' : (page[at]?.replace(/^title:\s*/i, '').trim() ?? '')
  const title = at < 0 ? undefined : inLine || page[at + 1]?.trim()
  const rest = page.filter((_, line) => at < 0 || (line !== at && (inLine !== '' || line !== at + 1)))
  return { ...(title ? { title: title.replace(/^[_*]+|[_*]+$/g, '') } : {}), rest, end: page.length }
}

/** @param seconds for shots that bring none. */
export function readFountain(text: string, seconds: number): Script {
  const lines = linesOf(text)
  mustClose(lines)
  const { title, rest: front, end } = titlePage(lines)
  const shots: ScriptShot[] = []
  let scene: string | undefined
  let notes: string[] = front.length ? [`[[${front.join('\n')}]]`] : []
  const add = (shot: ScriptShot) => {
    shots.push({ ...shot, ...(scene ? { scene } : {}), ...(notes.length ? { notes: notes.join('\n\n') } : {}) })
    notes = []
  }
  for (const { lines: own } of paragraphs(lines.slice(end))) {
    const [first = '', ...rest] = own
    const whole = own.join('\n')
    const last = shots.at(-1)
    if (own.length === 1 && heading.test(first)) scene = first
    else if (own.length === 1 && (transition.test(first) || aside.test(first))) notes.push(first)
    else if (enclosed.test(whole)) notes.push(whole)
    else if (rest.length > 0 && speaker.test(first)) {
      if (last && last.scene === scene && notes.length === 0)
        last.dialogue = last.dialogue ? `${last.dialogue}\n\n${whole}` : whole
      else add({ prompt: '', duration: seconds, fromScript: true, dialogue: whole })
    } else add(timed(whole, seconds))
  }
  const [final] = shots.slice(-1)
  if (notes.length && final) final.notes = [final.notes, ...notes].filter(Boolean).join('\n\n')
  return { ...(title ? { title } : {}), shots }
}

export function writeFountain({ title, shots }: Script): string {
  const parts = title ? [`Title: ${title}`] : []
  let scene: string | undefined
  for (const shot of shots) {
    if (shot.scene !== undefined && shot.scene !== scene)
      parts.push(heading.test(shot.scene) ? shot.scene : `.${shot.scene}`)
    scene = shot.scene
    if (shot.notes) parts.push(...asFountain(shot.notes))
    if (shot.prompt) parts.push(shot.fromScript ? shot.prompt : `${shot.prompt} (${shot.duration} s)`)
    if (shot.dialogue) parts.push(shot.dialogue)
  }
  return `${parts.join('\n\n')}\n`
}

const asFountain = (notes: string) =>
  notes
    .split('\n\n')
    .map((part) => (transition.test(part) || aside.test(part) || enclosed.test(part) ? part : `[[${part}]]`))
