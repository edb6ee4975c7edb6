// Markdown and plain lists: a heading is a title or a scene, an item or a paragraph is a shot.
import { linesOf, type Script, type ScriptShot, timed, timedWords } from './script'

const item = /^(?:[-*+]|\d+[.)])(?:\s+(.*))?$/

/** @param seconds for shots that bring none. Lines that belong together are kept together, line breaks and all; those of an item are indented. */
export function readList(text: string, seconds: number): Script {
  const shots: ScriptShot[] = []
  let title: string | undefined
  let scene: string | undefined
  let open: string[] = []
  let inItem = false
  /** Empty lines since the last one. */
  let gap = 0
  const close = () => {
    if (open.length) shots.push({ ...timed(open.join('\n'), seconds), ...(scene ? { scene } : {}) })
    open = []
    gap = 0
  }
  for (const line of linesOf(text)) {
    const heading = /^(#{1,6})\s+(.*)$/.exec(line)
    if (heading) {
      close()
      if (heading[1] === '#' && title === undefined && shots.length === 0) title = heading[2]
      else scene = heading[2]
    } else if (line.trim() === '') gap += 1
    else if (item.test(line)) {
      close()
      inItem = true
      open = [item.exec(line)?.[1] ?? '']
    } else {
      const goesOn = gap === 0 || (inItem && line.startsWith('  '))
      if (goesOn && open.length > 0) open.push(...Array<string>(gap).fill(''), line.replace(/^ {2}/, ''))
      else {
        close()
        inItem = false
        open = [line.trim()]
      }
      gap = 0
    }
  }
  close()
  return { ...(title ? { title } : {}), shots }
}

export function writeList({ title, shots }: Script): string {
  const lines = title ? [`# ${title}`, ''] : []
  let scene: string | undefined
  for (const shot of shots) {
    if (shot.scene !== undefined && shot.scene !== scene)
      lines.push(...(lines.at(-1) === '' ? [] : ['']), `## ${shot.scene}`, '')
    scene = shot.scene
    lines.push(`- ${timedWords(shot).split('\n').join('\n  ')}`)
  }
  return `${lines.join('\n')}\n`
}
