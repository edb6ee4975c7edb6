// Parts that open something are fetched after the page stands, so that the first load stays small.
import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react'

/** A part that did not come is asked for again; until then its trigger stands alone, and the page stays. */
export async function patient<F>(load: () => Promise<F>): Promise<F> {
  for (let wait = 500; ; wait = Math.min(wait * 2, 15_000)) {
    try {
      return await load()
    } catch {
      await new Promise((again) => setTimeout(again, wait))
    }
  }
}

/** Fetched when it is first shown, or earlier when the browser is idle. Show it inside Suspense. */
export function late<F extends (props: never) => ReactNode>(load: () => Promise<F>): F {
  let held: Promise<{ default: ComponentType }> | undefined
  // Lazy parts forget their generics and are no functions; JSX takes them all the same.
  const once = () => (held ??= patient(load).then((part) => ({ default: part as unknown as ComponentType })))
  if (typeof window !== 'undefined') {
    if ('requestIdleCallback' in window) requestIdleCallback(() => void once(), { timeout: 3000 })
    else setTimeout(once, 1000)
  }
  return lazy(once) as unknown as F
}

type Props = {
  /** What stands in its place until then: the trigger alone. */
  face: ReactNode
  /** @param pressed whether the face was pressed before; then it opens as soon as it is there. */
  children: (pressed: boolean) => ReactNode
  /** Told at once, for whoever keeps it open from outside. */
  onPress?: () => void
  /** Until the face is pressed it stands alone, also when the part is there. */
  idle?: boolean
}

export function Late({ face, children, onPress, idle = false }: Props) {
  const [pressed, press] = useState(false)
  const stand = (
    <span
      className="contents"
      onClickCapture={() => {
        press(true)
        onPress?.()
      }}
    >
      {face}
    </span>
  )
  return idle && !pressed ? stand : <Suspense fallback={stand}>{children(pressed)}</Suspense>
}
