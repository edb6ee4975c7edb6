// A screen of words: its title at the top of the phone or above its text, and one column.
import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import { PhoneBar } from '@/components/ui/phone-bar'

export function Page({ title, width, children }: { title: string; width: string; children: ReactNode }) {
  return (
    <div className="min-h-0 flex-1 md:scroll-quiet">
      <PhoneBar>
        <h1 className="text-15 tight">{title}</h1>
      </PhoneBar>
      <div className={cx('mx-auto flex flex-col gap-8 px-6 py-8 max-lg:px-4 max-md:py-5', width)}>
        <h1 className="text-20 tight max-md:hidden">{title}</h1>
        {children}
      </div>
    </div>
  )
}
