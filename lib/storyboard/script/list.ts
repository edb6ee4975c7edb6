// Markdown and plain lists: a heading is a title or a scene, an item or a paragraph is a shot.
import { linesOf, type Script, type ScriptShot, timed } from './script'

const item = /^(?:[-*+]|\d+[.)])\s+(.*)$/

/** @param seconds for shots that bring none. Lines that belong together are kept together, line breaks and all. */
export function readList(text: string, seconds: number): Script {
  const shots: ScriptShot[] = []
  let title: string | undefined
  let scene: string | undefined
  let open: string[] = []
  const close = () => {
    if (open.length) shots.push({ ...timed(open.join('\n'), seconds), ...(scene ? { scene } : {}) })
    open = []
  }
  for (const line of linesOf(text)) {
    const heading = /^(#{1,6})\s+(.*)$/.exec(line)
    if (heading) {
      close()
      if (heading[1] === '#' && title === undefined && shots.length === 0) title = heading[2]
      else scene = heading[2]
    } else if (line.trim() === '') close()
    else if (item.test(line)) {
      close()
      open = [item.exec(line)?.[1] ?? '']
    } else open.push(open.length ? line.replace(/^ {2}/, '') : line.trim())
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
    const said = shot.prompt.split('\n').join('\n  ')
    lines.push(shot.fromScript ? `- ${said}` : `- ${said} (${shot.duration} s)`)
  }
  return `${lines.join('\n')}\n`
}
