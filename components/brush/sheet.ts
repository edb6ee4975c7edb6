// What has been painted, as a list of strokes: nothing of it is ever changed, so undo is a list of sheets.
import type { Point } from './geometry'

/** 0 is what stays still, 1 to 6 move. */
export type Area = 0 | 1 | 2 | 3 | 4 | 5 | 6
export const areaIds: readonly Area[] = [1, 2, 3, 4, 5, 6, 0]
export const movingAreas = [1, 2, 3, 4, 5, 6] as const

/** As many moving areas as a model takes, and the still one. */
export const areasOf = (most: number): Area[] => [...movingAreas.slice(0, most), 0]

/** Seen on any picture, told apart by number as well. */
export const areaColours: Record<Area, string> = {
  1: '#ff6b5e',
  2: '#f2c230',
  3: '#4fd06a',
  4: '#35c6e8',
  5: '#7d86ff',
  6: '#ee6ad3',
  0: '#d4d4d4',
}

export const nameOf = (area: Area) => (area === 0 ? 'Still area' : `Area ${area}`)

/** Pixels of the picture. A stroke of one point is a dab. `base`: a mask that was there when the sheet was opened. */
export type Mark =
  | { kind: 'stroke'; area: Area; erases: boolean; radius: number; line: readonly Point[] }
  | { kind: 'base'; area: Area; from: string }
  | { kind: 'clear'; area: Area }

export type Sheet = { marks: readonly Mark[]; paths: { readonly [A in Area]?: readonly Point[] } }

export const blank: Sheet = { marks: [], paths: {} }

export const marked = (sheet: Sheet, mark: Mark): Sheet => ({ ...sheet, marks: [...sheet.marks, mark] })

export function routed(sheet: Sheet, area: Area, path: readonly Point[] | undefined): Sheet {
  const { [area]: _, ...others } = sheet.paths
  return { ...sheet, paths: path && path.length > 0 ? { ...others, [area]: path } : others }
}

export const cleared = (sheet: Sheet, area: Area): Sheet =>
  routed(marked(sheet, { kind: 'clear', area }), area, undefined)

/** What keeps the sheet from being used, each with the area it is about. */
export function lacks(sheet: Sheet, painted: ReadonlySet<Area>, fewest: number): { area: Area; why: string }[] {
  return movingAreas.flatMap((area) => {
    const points = sheet.paths[area]?.length ?? 0
    if (painted.has(area) && points < fewest) return [{ area, why: `${nameOf(area)} needs a path` }]
    if (!painted.has(area) && points > 0) return [{ area, why: `${nameOf(area)} has a path but nothing is painted` }]
    return []
  })
}
