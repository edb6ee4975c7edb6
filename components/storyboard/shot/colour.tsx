import { Ban } from 'lucide-react'
import { cx } from '@/components/ui/cx'
import { colours } from '@/lib/storyboard/storyboard'

/** Written out, so that the style sheet has them. */
const tones: Record<string, string> = {
  red: 'bg-failed',
  amber: 'bg-accent-edge',
  yellow: 'bg-stale',
  green: 'bg-done',
  blue: 'bg-running',
  violet: 'bg-unknown',
}

/** A label's dot; a colour that came from elsewhere is said in words alone. */
export function ColourDot({ colour }: { colour: string }) {
  return (
    <span
      role="img"
      aria-label={`Label ${colour}`}
      title={colour}
      className={cx('size-2 shrink-0 rounded-full', tones[colour] ?? 'border border-edge')}
    />
  )
}

type Props = { value: string | undefined; onChange: (colour: string | undefined) => void }

/** Six labels and none. */
export function ColourChoice({ value, onChange }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons of one choice, not a form's fieldset
    <div role="group" aria-label="Label" className="flex flex-wrap gap-1">
      {[undefined, ...colours].map((colour) => {
        const on = value === colour
        return (
          <button
            key={colour ?? 'none'}
            type="button"
            aria-pressed={on}
            aria-label={colour ?? 'no label'}
            title={colour ?? 'no label'}
            onClick={() => onChange(colour)}
            className={cx(
              'flex size-7 items-center justify-center rounded-control border touch:size-11',
              on ? 'border-edge bg-hover' : 'border-transparent hover:bg-hover',
            )}
          >
            {colour ? (
              <span className={cx('size-3 rounded-full', tones[colour])} />
            ) : (
              <Ban aria-hidden className="size-4 text-ink-3" />
            )}
          </button>
        )
      })}
    </div>
  )
}
