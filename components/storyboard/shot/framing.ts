import type { Framing } from '@/lib/storyboard/framing'

export const framingNames: Record<Framing, string> = {
  long: 'Long',
  wide: 'Wide',
  medium: 'Medium',
  close: 'Close',
  detail: 'Detail',
}
