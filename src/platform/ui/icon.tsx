// An icon beside a word. It draws a reference only; the page adds the symbol once. Hidden from screen readers: the word speaks.
import type { IconName } from './icons.ts'

export type IconProps = {
  name: IconName
  /** Larger, for rows of a menu and chains of people. */
  large?: boolean
  class?: string
}

export function Icon({ name, large = false, class: extra }: IconProps) {
  return (
    <svg class={['ico', large && 'ico-l', extra].filter(Boolean).join(' ')} aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  )
}
