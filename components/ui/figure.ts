// How figures are written. A narrow no-break space stands before a unit; prices have two decimals, rates three.
const thin = '\u202f'

export const seconds = (value: number) => `${Math.round(value * 100) / 100}${thin}s`
/** @param share 0..1 */
export const percent = (share: number) => `${Math.round(share * 100)}${thin}%`
export const price = (amount: number) => `$${amount.toFixed(2)}`
/** What a provider billed: dollars as dollars, anything else under its own name. */
export const money = ({ amount, currency }: { amount: number; currency: string }) =>
  currency === 'USD' ? price(amount) : `${Math.round(amount * 100) / 100} ${currency}`
export const rate = (amount: number) => `$${amount.toFixed(3)}`
