'use client'
import { Eraser } from 'lucide-react'
import { cx } from '../ui/cx'
import { IconButton } from '../ui/icon-button'
import { type Area, areaColours, nameOf, type Sheet } from './sheet'

type Props = {
  areas: readonly Area[]
  sheet: Sheet
  painted: ReadonlySet<Area>
  chosen: Area
  onChoose: (area: Area) => void
  onClear: (area: Area) => void
}

/** Six areas that move and one that stays, each with what it has and what it lacks. */
export function Areas({ areas, sheet, painted, chosen, onChoose, onClear }: Props) {
  return (
    <ul aria-label="Areas" className="flex flex-col gap-0.5">
      {areas.map((area) => {
        const points = sheet.paths[area]?.length ?? 0
        const isPainted = painted.has(area)
        return (
          <li key={area} className={cx('flex items-center rounded-control', area === chosen && 'bg-hover')}>
            <button
              type="button"
              aria-pressed={area === chosen}
              aria-keyshortcuts={String(area)}
              onClick={() => onChoose(area)}
              className="flex h-9 min-w-0 flex-1 items-center gap-2.5 rounded-control px-2 text-left text-13 hover:bg-hover touch:h-11"
            >
              <span
                aria-hidden
                className={cx(
                  'flex size-5 shrink-0 items-center justify-center rounded-full text-11 font-semibold text-[#000]',
                  !isPainted && points === 0 && 'opacity-60',
                )}
                style={{ background: areaColours[area] }}
              >
                {area === 0 ? '–' : area}
              </span>
              <span className="font-medium">{nameOf(area)}</span>
              <span className="min-w-0 flex-1 truncate text-12 text-ink-3 tabular-nums">
                {standing(area, isPainted, points)}
              </span>
            </button>
            {(isPainted || points > 0) && (
              <IconButton label={`Clear ${nameOf(area).toLowerCase()}`} size="tool" onClick={() => onClear(area)}>
                <Eraser />
              </IconButton>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function standing(area: Area, isPainted: boolean, points: number): string {
  const path = points === 0 ? 'no path' : points === 1 ? '1 point, one more is needed' : `${points} points`
  if (area === 0) return isPainted ? 'painted' : 'stays as it is'
  if (!isPainted && points === 0) return ''
  return isPainted ? `painted, ${path}` : `${path}, nothing painted`
}
