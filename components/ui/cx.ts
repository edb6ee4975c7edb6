/** Class names that are there, in order. */
export const cx = (...names: (string | false | null | undefined)[]) => names.filter(Boolean).join(' ')
