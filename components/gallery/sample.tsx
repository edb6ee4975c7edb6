'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { renderSample } from '@/components/media/sample'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/field'
import { keys } from '@/lib/api/keys'

/** One press, and a first film is on its way. */
export function Sample() {
  const client = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: renderSample,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.tasks }),
  })
  return (
    <div className="flex flex-col items-center gap-3">
      <Button kind="next" disabled={isPending} focusableWhenDisabled onClick={() => mutate()}>
        {isPending ? 'Placing the order' : 'Render the sample, free'}
      </Button>
      {error && <ErrorLine>{error.message}</ErrorLine>}
    </div>
  )
}
