// A state: a shape, a word and a colour, so that none of them has to be enough alone. Words come from the state table of a service.
import { type Phrase, usePhrase } from './language.ts'

/** Hollow diamond waits, half works, full is done, triangle needs you, square stops. */
export type BadgeTone = 'wait' | 'work' | 'done' | 'care' | 'stop'
export type BadgeProps = {
  /** Hollow diamond waits (default), half works, full is done, triangle needs you, square stops. */
  tone?: BadgeTone
  /** The word of the state table; nowhere else invented. */
  label: Phrase
}

const LOOKS = {
  wait: 'badge',
  work: 'badge b-go',
  done: 'badge b-good',
  care: 'badge b-warn',
  stop: 'badge b-bad',
} as const

export function Badge({ tone = 'wait', label }: BadgeProps) {
  return <span class={LOOKS[tone]}>{usePhrase()(label)}</span>
}
