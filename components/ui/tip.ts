// Whatever carries this gets the page's tooltip, see TooltipLayer.

export type Side = 'top' | 'bottom' | 'left' | 'right'

/** Spread over a control that shows only an icon. It carries its own accessible name, so the words are not read twice. */
export const tip = (words: string, keys?: string, side: Side = 'bottom') => ({
  'data-tip': words,
  'data-tip-keys': keys,
  'data-tip-side': side,
})
