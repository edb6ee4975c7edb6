import type { Framing } from '@/lib/storyboard/storyboard'

export const framingNames: Record<Framing, string> = {
  long: 'Long',
  wide: 'Wide',
  medium: 'Medium',
  close: 'Close',
  detail: 'Detail',
}
