// Parts of the pages of data protection: the clock of 3×24 hours in words, the way between the three registers.
import { fill, type Language, say } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Chips } from '../../platform/ui/chips.tsx'
import type { Clock72 } from './rules.ts'
import { WATCH_WORDS } from './watch-words.ts'
import { CLOCK_TONES, CLOCK_WORDS, PRIVACY_WORDS as w } from './words.ts'

export function ClockBadge({ clock, language }: { clock: Clock72; language: Language }) {
  return (
    <Badge
      tone={CLOCK_TONES[clock.state]}
      label={fill(say(CLOCK_WORDS[clock.state], language), { hours: clock.hours })}
    />
  )
}

export type Part = 'requests' | 'alarms' | 'breaches' | 'processing'
export function Parts({ base, here }: { base: string; here: Part }) {
  const path = { requests: '', alarms: '/alarms', breaches: '/breaches', processing: '/processing' }
  return (
    <Chips
      label={w.parts}
      chips={(['requests', 'alarms', 'breaches', 'processing'] as const).map((part) => ({
        href: `${base}/office/privacy${path[part]}`,
        label: part === 'alarms' ? WATCH_WORDS.title : w[part],
        current: part === here,
      }))}
    />
  )
}
