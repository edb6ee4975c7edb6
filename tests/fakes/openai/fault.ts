// What a test can make go wrong, once or several times.

type Aim = {
  /** Which request it waits for; default create. */
  on?: 'create' | 'retrieve' | 'content'
  /** Default 1. */
  times?: number
}

/** To the exchange: `drop` cuts the line before or after the order was taken; `answer` says this instead of working. */
export type LineDeed =
  | { does: 'drop'; when: 'before' | 'after' }
  | { does: 'answer'; status: number; body: string; headers?: Record<string, string>; after?: true }

/** To the order that is being made. */
export type OrderDeed =
  | { does: 'fail'; message: string }
  | { does: 'cancel' }
  | { does: 'never' }
  | { does: 'gone' }
  | { does: 'say'; status: string }

export type Fault = Aim & (LineDeed | OrderDeed)

export class Faults {
  #waiting: { fault: Fault; left: number }[] = []

  add(fault: Fault) {
    this.#waiting.push({ fault, left: fault.times ?? 1 })
  }

  clear() {
    this.#waiting = []
  }

  take(on: NonNullable<Aim['on']>): { line: LineDeed[]; order: OrderDeed[] } {
    const line: LineDeed[] = []
    const order: OrderDeed[] = []
    for (const one of this.#waiting) {
      const { on: wanted = 'create', times: _, ...deed } = one.fault
      if (one.left <= 0 || wanted !== on) continue
      one.left -= 1
      if (deed.does === 'drop' || deed.does === 'answer') line.push(deed)
      else order.push(deed)
    }
    return { line, order }
  }
}
