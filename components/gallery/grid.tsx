'use client'
// Only the rows near the window exist. On wide windows the grid scrolls by itself, on the phone the page does.
import { useVirtualizer, useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { cardFoot } from '@/components/media/card'
import { type Layout, layoutOf } from './density'

const rowGap = 18
const around = 2

export type GridView = { layout: Layout; show: (index: number) => void }

type Props = {
  count: number
  density: number
  /** Scrolls by itself; nothing: the page scrolls. */
  scroller: RefObject<HTMLElement | null> | undefined
  view: RefObject<GridView | null>
  /** Pixels at its bottom that something floats over. */
  covered: number
  /** Asked for when the last rows come near. */
  onNearEnd: () => void
  children: (index: number) => ReactNode
}

export function Grid(props: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const [gutter, setGutter] = useState(0)
  useLayoutEffect(() => {
    const at = box.current
    if (!at) return
    const own = props.scroller?.current
    // The gutter of the scrollbar lies in the right margin, so that both margins look the same.
    const look = () => {
      const gutter = own ? own.offsetWidth - own.clientWidth : 0
      own?.style.setProperty('--gutter', `${gutter}px`)
      setWidth(at.clientWidth + gutter)
      setGutter(gutter)
    }
    const measure = new ResizeObserver(look)
    look()
    measure.observe(at)
    return () => measure.disconnect()
  }, [props.scroller])
  const layout = layoutOf(width, props.density)
  const shared = { ...props, layout, gutter, rows: Math.ceil(props.count / layout.columns), box }
  return (
    <div ref={box} className="w-full">
      {width > 0 && (props.scroller ? <OwnRows {...shared} scroller={props.scroller} /> : <PageRows {...shared} />)}
    </div>
  )
}

type RowsProps = Props & { layout: Layout; gutter: number; rows: number; box: RefObject<HTMLDivElement | null> }

const rowHeight = ({ card }: Layout) => Math.round((card * 9) / 16) + cardFoot + rowGap

/** Rows of another height are laid out anew; the place in the list stays. */
function useMeasured(rows: { measure(): void }, size: number) {
  const before = useRef(size)
  useLayoutEffect(() => {
    if (before.current === size) return
    before.current = size
    rows.measure()
  }, [rows, size])
}

function OwnRows(props: RowsProps & { scroller: RefObject<HTMLElement | null> }) {
  const size = rowHeight(props.layout)
  const rows = useVirtualizer({
    count: props.rows,
    getScrollElement: () => props.scroller.current,
    estimateSize: () => size,
    overscan: around,
    scrollPaddingStart: 12,
    scrollPaddingEnd: 24 + props.covered,
  })
  useMeasured(rows, size)
  return <Rows {...props} items={rows.getVirtualItems()} total={rows.getTotalSize()} toRow={rows.scrollToIndex} />
}

function PageRows(props: RowsProps) {
  const size = rowHeight(props.layout)
  const [above, setAbove] = useState(0)
  useLayoutEffect(() => setAbove(props.box.current?.offsetTop ?? 0), [props.box])
  const rows = useWindowVirtualizer({
    count: props.rows,
    estimateSize: () => size,
    overscan: around,
    scrollMargin: above,
    scrollPaddingStart: 64,
    scrollPaddingEnd: 72 + props.covered,
  })
  useMeasured(rows, size)
  return (
    <Rows
      {...props}
      items={rows.getVirtualItems()}
      total={rows.getTotalSize()}
      toRow={rows.scrollToIndex}
      top={above}
    />
  )
}

type Shown = RowsProps & { items: VirtualItem[]; total: number; toRow: (row: number) => void; top?: number }

function Rows({ layout, gutter, count, rows, items, total, toRow, top = 0, view, onNearEnd, children }: Shown) {
  const { columns, gap, margin } = layout
  useEffect(() => {
    view.current = { layout, show: (index) => toRow(Math.floor(index / layout.columns)) }
  })
  const last = items.at(-1)?.index ?? 0
  const near = rows > 0 && last >= rows - 1 - around * 2
  useEffect(() => {
    if (near) onNearEnd()
  }, [near, onNearEnd])
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows lie between the list and its items
    <div role="list" aria-label="Takes" className="relative w-full" style={{ height: total }}>
      {items.map((row) => (
        <div
          key={row.key}
          role="presentation"
          className="absolute top-0 left-0 grid w-full"
          style={{
            transform: `translateY(${row.start - top}px)`,
            gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            columnGap: gap,
            paddingLeft: margin,
            paddingRight: Math.max(0, margin - gutter),
          }}
        >
          {Array.from({ length: Math.min(columns, count - row.index * columns) }, (_, column) =>
            children(row.index * columns + column),
          )}
        </div>
      ))}
    </div>
  )
}
