'use client'
import type { Size as Measure } from '@/lib/models/limits'
import { sizeOf, sizeWords } from '@/lib/models/size'
import { cx } from '../ui/cx'
import { Segments } from '../ui/segments'
import { Select } from '../ui/select'
import { type ControlProps, idOf } from './control'
import { useFromInput, useWrite } from './draft'
import { useFindings } from './finding'
import { Line } from './frame'

const keys = ['width', 'height', 'aspectRatio', 'resolution'] as const
const unsaid = { width: undefined, height: undefined, aspectRatio: undefined, resolution: undefined }

export function Size({ limits, label, hint, note, needed, started }: ControlProps<'size'>) {
  const { patch } = useWrite()
  const now = useFromInput((input) => sizeOf(limits, input))
  const wrong = useFindings(keys).length > 0
  const ratios = [...new Set(limits.sizes.map(({ aspectRatio }) => aspectRatio))]
  const within = limits.sizes.filter(({ aspectRatio }) => aspectRatio === now?.aspectRatio)
  const write = (size: Measure | undefined) => {
    if (!size) return patch(limits.as === 'shape' ? { aspectRatio: undefined } : unsaid)
    const { width, height, aspectRatio, resolution } = size
    if (limits.as === 'shape') return patch({ aspectRatio })
    patch({ ...unsaid, ...(limits.as === 'words' ? { aspectRatio, resolution } : { width, height }) })
  }
  const nearest = (ratio: string) => {
    const fitting = limits.sizes.filter(({ aspectRatio }) => aspectRatio === ratio)
    return fitting.find(({ resolution }) => resolution === now?.resolution) ?? fitting[0]
  }
  return (
    <Line
      label={label}
      hint={hint}
      note={note}
      paths={keys}
      aside={
        <span className="text-13 text-ink-2 tabular-nums">
          {!now ? 'model’s own' : limits.as === 'shape' ? now.aspectRatio : `${now.aspectRatio} · ${sizeWords(now)}`}
        </span>
      }
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {/* biome-ignore lint/a11y/useSemanticElements: drawn shapes beside segments, not a form's fieldset */}
        <div
          role="group"
          id={idOf('width')}
          aria-label="Shape"
          className={cx('flex flex-wrap gap-1 rounded-group', wrong && 'ring-1 ring-failed')}
        >
          {!needed && !started && <Shape words="own" on={!now} onPick={() => write(undefined)} />}
          {ratios.map((ratio) => (
            <Shape
              key={ratio}
              words={ratio}
              {...ratioProp(nearest(ratio))}
              on={now?.aspectRatio === ratio}
              onPick={() => write(nearest(ratio))}
            />
          ))}
        </div>
        {within.length > 1 && now && <Resolution label="Resolution" sizes={within} now={now} onChange={write} />}
      </div>
    </Line>
  )
}

/** None for a shape that the model finds itself. */
const ratioOf = (size: Measure | undefined) => (size?.height ? size.width / size.height : undefined)
const ratioProp = (size: Measure | undefined) => {
  const ratio = ratioOf(size)
  return ratio === undefined ? {} : { ratio }
}
const wordsOf = (size: Measure) => size.resolution ?? sizeWords(size)

type Props = { label: string; sizes: Measure[]; now: Measure; onChange: (size: Measure | undefined) => void }

function Resolution({ label, sizes, now, onChange }: Props) {
  const choices = sizes.map((size) => ({ value: sizeWords(size), label: wordsOf(size) }))
  const pick = (text: string) => onChange(sizes.find((size) => sizeWords(size) === text))
  return choices.length <= 4 ? (
    <Segments label={label} value={sizeWords(now)} onChange={pick} choices={choices} size="tool" />
  ) : (
    <Select label={label} value={sizeWords(now)} onChange={pick} options={choices} />
  )
}

/** Drawn to its ratio, all of one area, so that the eye compares shapes and not sizes. */
function Shape({ words, ratio, on, onPick }: { words: string; ratio?: number; on: boolean; onPick: () => void }) {
  const area = 190
  const width = Math.sqrt(area * (ratio ?? 1))
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onPick}
      className="flex h-12 min-w-12 flex-col items-center justify-center gap-1 rounded-control border border-transparent px-1.5 text-11 text-ink-2 tabular-nums transition-colors duration-80 hover:bg-hover aria-pressed:border-edge aria-pressed:bg-raised aria-pressed:font-medium aria-pressed:text-ink"
    >
      <span className="flex h-5 items-center">
        <span
          className={cx('block rounded-[2px] border border-current', ratio === undefined && 'border-dashed')}
          style={{ width, height: Math.min(20, area / width) }}
        />
      </span>
      {words}
    </button>
  )
}
