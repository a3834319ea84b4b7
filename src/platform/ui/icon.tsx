// An icon beside a word. It draws a reference only; the page adds the symbol once. Hidden from screen readers: the word speaks.
import type { IconName } from './icons.ts'

export type IconProps = {
  /** One of the drawings in icons.ts. */
  name: IconName
  /** Larger, for rows of a menu and chains of people. */
  large?: boolean
  /** A colour from the list it stands in. */
  class?: string
}

export function Icon({ name, large = false, class: extra }: IconProps) {
  return (
    <svg class={['ico', large && 'ico-l', extra].filter(Boolean).join(' ')} aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  )
}
