import { CloudOff } from 'lucide-react'
import { Button } from '@/components/ui/button'

/** What stands for facts that the studio did not give. */
export function Silent({ why, onRetry }: { why: string; onRetry: () => void }) {
  return (
    <div role="alert" className="flex flex-col items-start gap-3">
      <p className="flex items-center gap-2">
        <CloudOff aria-hidden className="size-4 text-ink-3" />
        {why}
      </p>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  )
}
