'use client'
import { Dialog } from '@/components/ui/dialog'
import { Keys } from '@/components/ui/keys'
import { keySheet } from './key'

export function Help({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title="Keys" wide>
      <div className="gap-x-8 pt-2 md:columns-2">
        {keySheet.map(({ title, keys }) => (
          <section key={title} className="mb-5 break-inside-avoid">
            <h3 className="text-14 tight">{title}</h3>
            <dl className="mt-2 flex flex-col gap-1.5">
              {keys.map(([caps, words]) => (
                <div key={caps} className="flex items-center justify-between gap-4">
                  <dt className="order-2 flex gap-1">
                    {caps.split(' ').map((keys) => (
                      <Keys key={keys} of={keys} always />
                    ))}
                  </dt>
                  <dd className="text-ink-2">{words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
