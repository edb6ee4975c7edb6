import type { ComponentProps } from 'react'

export type PressProps = ComponentProps<'button'> & {
  /** While it cannot be pressed it keeps the focus, so that whoever pressed it is not thrown elsewhere. */
  focusableWhenDisabled?: boolean
}

/** A button that is no submit unless it says so. */
export function Press({ disabled = false, focusableWhenDisabled = false, onClick, ...rest }: PressProps) {
  const held = disabled && focusableWhenDisabled
  return (
    <button
      type="button"
      {...(held ? { 'aria-disabled': true } : {})}
      {...rest}
      disabled={disabled && !held}
      data-disabled={disabled ? '' : undefined}
      onClick={held ? (event) => event.preventDefault() : onClick}
    />
  )
}
