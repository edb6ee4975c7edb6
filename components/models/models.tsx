'use client'
// Every model that the studio can offer, and what each can do.
import type { Row } from '@/lib/models/row'
import { useCatalog } from '../compose/catalog'
import { useReasons } from '../compose/reason'
import { PhoneBar } from '../ui/phone-bar'
import { useAwake, useWide } from '../ui/window'
import { Cards } from './cards'
import { Compare } from './compare'
import { fits, grouped, keyOf, rowAt, useFilter } from './filter'
import { PickedBar } from './picked-bar'
import { Table } from './table'
import { Toolbar } from './toolbar'

export function Models() {
  const awake = useAwake()
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PhoneBar>
        <h1 className="text-15 tight">Models</h1>
      </PhoneBar>
      <h1 className="sr-only max-md:hidden">Models</h1>
      {awake && <Screen />}
    </div>
  )
}

function Screen() {
  const [{ pick, compare, only, ...filter }, set] = useFilter()
  const catalog = useCatalog()
  const reasonOf = useReasons()
  const wide = useWide()
  const picked = pick.flatMap((key) => rowAt(key) ?? []).slice(0, 2)
  const [a, b] = picked
  if (compare && a && b)
    return (
      <Compare
        a={a}
        b={b}
        only={only}
        onOnly={(next) => void set({ only: next })}
        onBack={() => void set({ compare: null, only: null })}
        reasonOf={reasonOf}
      />
    )
  const rows = catalog.filter((row) => fits(row, filter))
  const keys = picked.map(keyOf)
  const choose = (row: Row) => {
    const key = keyOf(row)
    // A third one takes the place of the one picked last.
    const next = keys.includes(key) ? keys.filter((one) => one !== key) : [...keys.slice(0, 1), key]
    void set({ pick: next.length > 0 ? next : null })
  }
  const list = { groups: grouped(rows), picked: keys, onPick: choose, reasonOf }
  return (
    <>
      <Toolbar filter={filter} onChange={(more) => void set(more)} count={rows.length} />
      {rows.length === 0 ? (
        <p className="px-6 py-8 text-ink-2 max-lg:px-4">
          No model can do all of that. Take something out of the filter.
        </p>
      ) : wide ? (
        <Table {...list} />
      ) : (
        <Cards {...list} />
      )}
      {picked.length > 0 && (
        <PickedBar
          picked={picked}
          onCompare={() => void set({ compare: true }, { history: 'push' })}
          onClear={() => void set({ pick: null })}
        />
      )}
    </>
  )
}
