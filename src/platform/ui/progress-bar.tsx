// A share as a bar, with an upright mark for the target. Widths are SVG attributes: the page's security policy knows no inline style.

import type { Text } from '../../kernel/text.ts'
import { usePlain } from './language.ts'

export type ProgressBarProps = {
  /** 0 to 100; values outside are drawn at the edge. */
  percent: number
  /** Target, 0 to 100. */
  target?: number
  /** Orange below, red far below; the words beside it say why. */
  tone?: 'act' | 'mid' | 'low'
  /** For cells of a table. */
  small?: boolean
  /** The finding in words. Without it the bar is decoration beside a written number. */
  label?: Text | string
}

const clamp = (x: number): number => Math.min(100, Math.max(0, x))
const TONES = { act: 'f', mid: 'mid', low: 'low' } as const

export function ProgressBar({ percent, target, tone = 'act', small = false, label }: ProgressBarProps) {
  const plain = usePlain()
  const height = small ? 7 : 12
  const look = small ? 'bar bar-s' : 'bar'
  const inside = (
    <>
      <rect class="t" width="100%" height={height} rx="2" />
      <rect class={TONES[tone]} width={`${clamp(percent)}%`} height={height} rx="2" />
      {target === undefined ? null : (
        <rect class="m" x={`${Math.min(99.5, clamp(target))}%`} y="-4" width="3" height={height + 8} />
      )}
    </>
  )
  return label ? (
    <svg class={look} width="100%" height={height} role="img" aria-label={plain(label)}>
      {inside}
    </svg>
  ) : (
    <svg class={look} width="100%" height={height} aria-hidden="true">
      {inside}
    </svg>
  )
}

export type DueProps = {
  /** "sisa 1 jam 20 mnt", "lewat 40 mnt" */
  words: Text | string
  /** How much of the time is used, 0 to 100; none when the clock stands still. */
  usedPercent?: number
  /** "periksa lagi 16 April" */
  note?: Text | string
}

/** The first cell of a work list: time left in words, and a small bar that fills up. */
export function Due({ words, usedPercent, note }: DueProps) {
  const plain = usePlain()
  return (
    <span class="due">
      <b class="num">{plain(words)}</b>
      {usedPercent === undefined ? null : (
        <ProgressBar small percent={usedPercent} tone={usedPercent >= 100 ? 'low' : usedPercent > 85 ? 'mid' : 'act'} />
      )}
      {note ? <span class="xs quiet">{plain(note)}</span> : null}
    </span>
  )
}
