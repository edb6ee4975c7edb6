'use client'
// The editor once everything is loaded: tools above, the stage, the areas beside it, and what keeps it from being used.
import { type KeyboardEvent, useCallback, useEffect, useMemo, useState } from 'react'
import { Button } from '../ui/button'
import { ErrorLine } from '../ui/field'
import { NumberField } from '../ui/number-field'
import { Areas } from './areas'
import { type Count, countFor, type Point, sample, settle } from './geometry'
import type { Tool } from './gesture'
import { useHistory } from './history'
import type { Opened } from './opened'
import { openLayers } from './raster'
import { type Area, areasOf, cleared, lacks, type Mark, marked, nameOf, routed, type Sheet } from './sheet'
import { Stage, type StageTell } from './stage'
import { Toolbar } from './toolbar'

type Props = {
  opened: Opened
  limits: { max: number; points: Count }
  /** 0..1 while the masks are on their way. */
  share: number | undefined
  refused: string | undefined
  onDirty: (dirty: boolean) => void
  onUse: (sheet: Sheet, painted: ReadonlySet<Area>) => void
}

const keysOfTools: Record<string, Tool> = { b: 'paint', e: 'erase', p: 'path', h: 'move' }

export function Bench({ opened, limits, share, refused, onDirty, onUse }: Props) {
  const { picture, size, bases } = opened
  const { points } = limits
  const history = useHistory<Sheet>(opened.sheet)
  const { now: sheet, push } = history
  const layers = useMemo(() => openLayers(size, bases), [size, bases])
  const [tool, setTool] = useState<Tool>('paint')
  const [area, setArea] = useState<Area>(1)
  const largest = Math.round(Math.max(size.width, size.height) / 3)
  const [width, setWidth] = useState(Math.max(8, Math.round(Math.max(size.width, size.height) / 24)))
  const [stage, setStage] = useState<StageTell>()
  const painted = useMemo(() => {
    layers.show(sheet.marks)
    return layers.painted()
  }, [layers, sheet.marks])
  const missing = lacks(sheet, painted, points.min)
  const isEmpty = painted.size === 0 && missing.length === 0
  useEffect(() => onDirty(sheet !== opened.sheet), [onDirty, sheet, opened.sheet])

  const mark = useCallback((one: Mark) => push((before) => marked(before, one)), [push])
  const [told, setTold] = useState('')
  const route = useCallback(
    (path: readonly Point[], drawn: boolean) => {
      if (path.length > points.max && !drawn) return setTold(`${points.max} points are the most of a path.`)
      setTold('')
      push((before) => routed(before, area, settle(drawn ? sample(path, countFor(path, size, points)) : path, size)))
    },
    [push, area, size, points],
  )
  const path = area === 0 ? [] : (sheet.paths[area] ?? [])
  const areas = areasOf(limits.max)
  const tell = useCallback((ask: StageTell) => setStage(ask), [])
  const choose = (next: Area) => {
    setArea(next)
    if (next === 0 && tool === 'path') setTool('paint')
  }

  /** What stays still has no path to draw. */
  const pick = (next: Tool) => {
    if (next === 'path' && area === 0) setArea(1)
    setTool(next)
  }

  const press = (event: KeyboardEvent) => {
    const at = event.target as HTMLElement
    if (event.altKey || /^(INPUT|TEXTAREA)$/.test(at.tagName)) return
    const key = event.key.toLowerCase()
    if (event.ctrlKey || event.metaKey) {
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      return history.step(key === 'y' || event.shiftKey ? 1 : -1)
    }
    const act: (() => void) | undefined =
      keysOfTools[key] !== undefined
        ? () => pick(keysOfTools[key] ?? 'paint')
        : /^[0-6]$/.test(key)
          ? () => choose(areas.find((one) => String(one) === key) ?? area)
          : {
              '[': () => setWidth(Math.max(2, Math.round(width / 1.25))),
              ']': () => setWidth(Math.min(largest, Math.round(width * 1.25) + 1)),
              '+': () => stage?.zoom(1.25),
              '=': () => stage?.zoom(1.25),
              '-': () => stage?.zoom(1 / 1.25),
              f: () => stage?.fit(),
              delete: () => push((before) => cleared(before, area)),
            }[key]
    if (!act) return
    event.preventDefault()
    act()
  }
  const [first] = missing
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole editor; what they do, its buttons do too
    <div onKeyDown={press} className="flex min-h-0 flex-1 flex-col max-md:min-h-fit">
      <Toolbar
        tool={tool}
        onTool={pick}
        width={width}
        most={largest}
        onWidth={setWidth}
        history={history}
        stage={stage}
      />
      <div className="flex min-h-0 flex-1 max-md:min-h-fit max-md:flex-col">
        <div className="relative min-h-0 min-w-0 flex-1 max-md:h-[42dvh] max-md:flex-none">
          <Stage
            picture={picture}
            size={size}
            layers={layers}
            sheet={sheet}
            tool={tool}
            area={area}
            radius={width / 2}
            tell={tell}
            onMark={mark}
            onRoute={route}
          />
        </div>
        <aside className="flex w-76 shrink-0 flex-col gap-3 overflow-y-auto border-l border-line p-3 max-md:w-full max-md:overflow-visible max-md:border-t max-md:border-l-0">
          <Areas
            areas={areas}
            sheet={sheet}
            painted={painted}
            chosen={area}
            onChoose={choose}
            onClear={(one) => push((before) => cleared(before, one))}
          />
          {area !== 0 && (
            <div className="flex flex-col gap-1.5 border-t border-line pt-3">
              <span className="flex items-center justify-between gap-2 text-12 font-medium text-ink-2">
                Points of the path
                <NumberField
                  label={`Points of the path of ${nameOf(area).toLowerCase()}`}
                  value={path.length < points.min ? null : path.length}
                  min={points.min}
                  max={points.max}
                  size="tool"
                  onChange={(count) => {
                    if (count === null || count < points.min || count > points.max || path.length < points.min) return
                    push((before) => routed(before, area, settle(sample(path, count), size)))
                  }}
                />
              </span>
              <p className="text-12 text-ink-3">
                {path.length < points.min
                  ? `Choose the path tool and draw the way that ${nameOf(area).toLowerCase()} goes, or click two points.`
                  : `${points.min} to ${points.max}, evenly along the line. Drag a point, or the line between them.`}
              </p>
              <p role="status" className="text-12 text-stale empty:hidden">
                {told}
              </p>
            </div>
          )}
          <p className="text-12 text-ink-3">
            Where two areas meet, the one painted last holds the place. Masks are kept at {size.width}×{size.height}.
          </p>
          {opened.stretched && (
            <p className="text-12 text-stale">
              Painted on a picture of {opened.stretched.width}×{opened.stretched.height} and stretched to this one. Look
              at every area before you use it.
            </p>
          )}
        </aside>
      </div>
      <div className="bottom-0 z-2 flex flex-wrap items-center justify-end gap-3 border-t border-line bg-overlay px-4 py-3 max-md:sticky md:rounded-b-popover">
        {refused !== undefined && <ErrorLine>{refused}</ErrorLine>}
        <Button
          kind={isEmpty && !first ? 'plain' : 'next'}
          size="bar"
          {...(first ? { reason: first.why } : {})}
          disabled={share !== undefined}
          focusableWhenDisabled
          onClick={() => (first ? choose(first.area) : onUse(sheet, painted))}
        >
          {share === undefined
            ? isEmpty
              ? 'Use no areas'
              : 'Use these areas'
            : `Sending ${Math.round(share * 100)} %`}
        </Button>
      </div>
    </div>
  )
}
