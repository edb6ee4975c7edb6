// What can be asked of the money.
import { studio } from '../runtime.server'
import type { Given } from './entry'
import type { moneyContract } from './money'

type Ask<K extends keyof typeof moneyContract> = Given<(typeof moneyContract)[K]>

const month = 30 * 86_400_000

export async function readSpend() {
  const { ledger } = await studio()
  const [caps, spent] = await Promise.all([ledger.caps(), ledger.spent()])
  return { caps, ...spent }
}

export const setCaps = async ({ body }: Ask<'setCaps'>) => (await studio()).ledger.setCaps(body)

export async function readLedger({ query }: Ask<'readLedger'>) {
  const since = query.since ?? new Date(Date.now() - month).toISOString()
  return { since, lines: await (await studio()).ledger.lines(query.by, since) }
}
