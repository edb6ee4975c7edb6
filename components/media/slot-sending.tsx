import { Progress } from '../ui/progress'

/** On its way: the picture at half, the bar beneath. */
export function SendingBox({ sending }: { sending: { name: string; share: number; picture?: string } }) {
  return (
    <div className="relative size-full overflow-hidden rounded-picture bg-monitor">
      {sending.picture && <img alt="" src={sending.picture} className="size-full object-contain opacity-50" />}
      <Progress
        label={`Sending ${sending.name}`}
        value={sending.share}
        tone="bg-running"
        className="absolute inset-x-0 bottom-0"
      />
    </div>
  )
}
