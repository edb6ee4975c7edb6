'use client'
import { useBook } from '../form/finding'
import { useSample } from '../media/sample'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { ErrorLine, TextButton } from '../ui/field'

/** Before the first take: a finished board in one press, or the way to the first line. */
export function Start() {
  // One filled button per screen: while the form cannot be rendered yet it is this one.
  const { all } = useBook()
  const { mutate, isPending, error } = useSample()
  const write = () => document.querySelector<HTMLElement>('[data-form] textarea')?.focus()
  return (
    <div className="flex flex-1 items-center px-4">
      <Empty
        title="No takes yet"
        words="Start from a finished board of three shots. It renders on this computer, for free."
        next={
          <Button
            kind={all.length > 0 ? 'next' : 'plain'}
            size="large"
            disabled={isPending}
            focusableWhenDisabled
            onClick={() => mutate()}
          >
            {isPending ? 'Placing the order' : 'Render the sample, free'}
          </Button>
        }
        quiet={
          <div className="flex flex-col items-center gap-2">
            <TextButton onClick={write}>Write your own</TextButton>
            {error && <ErrorLine>{error.message}</ErrorLine>}
          </div>
        }
      />
    </div>
  )
}
