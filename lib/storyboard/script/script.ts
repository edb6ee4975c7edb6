// What every kind of script gives: shots in order, their words verbatim.
import { StudioError } from '../../errors'
import type { BoardShot } from '../storyboard'

export type ScriptShot = Omit<BoardShot, 'id'>
export type Script = { title?: string; look?: string; shots: ScriptShot[] }

/** Throws StudioError('invalid') that names the line, counted from 1. */
export function wrongLine(line: number, message: string): never {
  throw new StudioError('invalid', `Line ${line}: ${message}`, [{ path: `line.${line}`, message }])
}

/** Text that is no text is refused by its line before anything is read. */
export function linesOf(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const at = lines.findIndex((line) => line.includes('\0') || line.includes('\uFFFD'))
  if (at >= 0) wrongLine(at + 1, 'it holds bytes that are no text; save the file as UTF-8.')
  return lines
}

/** A length at the end of a line: "(4 s)", "[4s]", "(2.5 sec)". */
const mark = /\s*[([](\d+(?:\.\d+)?)\s*(?:s|sec|seconds)[)\]]\s*$/i

/** @param seconds for a shot that brings none; it is then marked `fromScript`. */
export function timed(text: string, seconds: number): Pick<ScriptShot, 'prompt' | 'duration' | 'fromScript'> {
  const found = mark.exec(text)
  const given = Number(found?.[1])
  if (!found || !(given > 0)) return { prompt: text, duration: seconds, fromScript: true }
  return { prompt: text.slice(0, found.index), duration: given }
}

/** Its words, with its length at their end: where a person set it, and where the words would else be taken for one. */
export function timedWords({ prompt, duration, fromScript }: ScriptShot): string {
  const plain = fromScript && prompt.trim() !== '' && timed(prompt, duration).fromScript
  return plain ? prompt : `${prompt.trimEnd()} (${duration} s)`.trimStart()
}
