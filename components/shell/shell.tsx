'use client'
import dynamic from 'next/dynamic'
import { usePathname, useRouter } from 'next/navigation'
import { type ReactNode, Suspense, useEffect, useEffectEvent, useState } from 'react'
import { turnPalette } from '@/components/palette/source'
import { isPressed } from '@/components/ui/keys'
import { late } from '@/components/ui/late'
import { isTaken } from '@/components/ui/typing'
import { Header } from './header'
import { places } from './place'
import { useStrayDrop } from './stray-drop'
import { Tabs } from './tabs'

// What the studio has yet to answer, and what is first to be opened, is fetched after the page stands.
// By the time it comes there is more to tell than when the server drew the page, so it is drawn here alone.
const Standing = dynamic(() => import('./standing').then((part) => part.Standing), { ssr: false })
const Help = late(() => import('./help').then((part) => part.Help))
const Palette = late(() => import('@/components/palette/palette').then((part) => part.Palette))
const Queue = late(() => import('@/components/queue/queue').then((part) => part.Queue))

/**
 * Header above, the screen below. On wide windows the screen fills what is left and its columns scroll by themselves;
 * on the phone the page scrolls between the screen's own top bar and the tabs.
 */
export function Shell({ children }: { children: ReactNode }) {
  const [help, setHelp] = useState(false)
  useGlobalKeys(() => setHelp(true))
  useStrayDrop()
  const onStage = usePathname().startsWith('/gallery/')
  return (
    <div className="flex min-h-dvh flex-col md:h-dvh md:min-h-0">
      <a
        href="#screen"
        className="sr-only z-60 rounded-control bg-overlay px-3 py-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        To the screen
      </a>
      {!onStage && <Header onHelp={() => setHelp(true)} status={<Standing />} />}
      <main id="screen" className="flex min-h-0 flex-1 flex-col max-md:pb-[calc(56px+env(safe-area-inset-bottom))]">
        {children}
      </main>
      <Tabs onHelp={() => setHelp(true)} />
      <Suspense>
        {help && <Help open={help} onClose={() => setHelp(false)} />}
        <Palette />
        <Queue />
      </Suspense>
    </div>
  )
}

const ways = Object.fromEntries(places.flatMap(({ key, href }) => (key ? [[key, href]] : [])))

/** `?`, the palette, and the two-key ways around (`g` and a letter within a second). */
function useGlobalKeys(onHelp: () => void) {
  const router = useRouter()
  const pressed = useEffectEvent((event: KeyboardEvent, since: number) => {
    if (isPressed('Mod+K', event) && !event.defaultPrevented) {
      event.preventDefault()
      turnPalette(true)
      return 0
    }
    if (isTaken(event)) return 0
    if (event.key === '?') onHelp()
    const way = event.timeStamp - since < 1000 ? ways[event.key] : undefined
    if (!way) return event.key === 'g' ? event.timeStamp : 0
    event.preventDefault()
    router.push(way)
    return 0
  })
  useEffect(() => {
    let since = 0
    const listen = (event: KeyboardEvent) => {
      since = pressed(event, since)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
