'use client'
import { useSample } from '@/components/media/sample'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/field'

export function Sample() {
  const { mutate, isPending, error } = useSample()
  return (
    <div className="flex flex-col items-center gap-3">
      <Button kind="next" disabled={isPending} focusableWhenDisabled onClick={() => mutate()}>
        {isPending ? 'Placing the order' : 'Render the sample, free'}
      </Button>
      {error && <ErrorLine>{error.message}</ErrorLine>}
    </div>
  )
}
