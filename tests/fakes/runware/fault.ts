// What a test can make go wrong, once or several times, for every task or only for some.

type Aim = {
  /** Task type it waits for; absent: any but getResponse. */
  on?: string
  uuid?: string
  /** Default 1. */
  times?: number
}

/** To the exchange: `drop` cuts the line before or after the request is taken in; `answer` says this instead of working. */
export type LineDeed =
  | { does: 'drop'; when: 'before' | 'after' }
  | { does: 'delay'; ms: number }
  | { does: 'answer'; status: number; body: string; headers?: Record<string, string> }
  | { does: 'status'; status: number }
  | { does: 'garble'; as: 'html' | 'half' }

/** To the order: `only` is the place of the one result that it hits. */
export type OrderDeed =
  | { does: 'refuse'; code: string; message: string; parameter?: string | string[]; allowedValues?: unknown[] }
  | { does: 'fail'; code: string; message: string; only?: number }
  | { does: 'progress'; shares: number[] }
  | { does: 'never' }
  | { does: 'gone' }
  | { does: 'huge'; bytes: number }
  | { does: 'call-twice' }
  | { does: 'call-early' }

export type Fault = Aim & (LineDeed | OrderDeed)

const lineDeeds: readonly string[] = ['drop', 'delay', 'answer', 'status', 'garble'] satisfies LineDeed['does'][]

type Task = { taskType?: unknown; taskUUID?: unknown }

export class Faults {
  #waiting: { fault: Fault; left: number }[] = []

  add(fault: Fault) {
    this.#waiting.push({ fault, left: fault.times ?? 1 })
  }

  clear() {
    this.#waiting = []
  }

  takeForLine(tasks: readonly Task[]): LineDeed[] {
    return this.#take(tasks, (fault): fault is Aim & LineDeed => lineDeeds.includes(fault.does))
  }

  takeForOrder(task: Task): OrderDeed[] {
    return this.#take([task], (fault): fault is Aim & OrderDeed => !lineDeeds.includes(fault.does))
  }

  #take<F extends Fault>(tasks: readonly Task[], wanted: (fault: Fault) => fault is F): F[] {
    const hit: F[] = []
    for (const one of this.#waiting) {
      const { fault } = one
      if (one.left <= 0 || !wanted(fault) || !tasks.some((task) => aimed(fault, task))) continue
      one.left -= 1
      hit.push(fault)
    }
    return hit
  }
}

const aimed = ({ on, uuid }: Aim, { taskType, taskUUID }: Task) =>
  (uuid === undefined || uuid === taskUUID) && (on === undefined ? taskType !== 'getResponse' : on === taskType)
