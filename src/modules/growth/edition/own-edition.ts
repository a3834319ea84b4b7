// A region's own weight gains and limits, laid over the editions this program ships. Pure. Must stay true: only what `limits.ts` lists can
// differ; each part names the day since which it is as it is; a month or an alert is judged by the edition of its own day.
import type { PlainDate } from '../../../kernel/date.ts'
import type { GrowthEditions } from '../context.ts'
import { type FlagWords, withFlagWords } from './flag-words.ts'
import type { LimitValues } from './limit-kinds.ts'
import { withLimits } from './limits.ts'

export type OwnGrowthEdition = {
  readonly id: string
  /** The first day of a month. */
  readonly from: PlainDate
  readonly name: string
  readonly source: string
  /** All limits that differ from the shipped ones, in their smallest unit. */
  readonly changes: LimitValues
  /** Red flags in the region's own words. */
  readonly words?: FlagWords
}

const PARTS = ['kbm', 'redLine', 'measuring', 'alerts', 'care'] as const

/** One edition laid over the one before it; parts that stay the same keep their name. */
export function laidOver(shipped: GrowthEditions, before: GrowthEditions, own: OwnGrowthEdition): GrowthEditions {
  const changed = withFlagWords(withLimits(shipped, own.changes), own.words ?? {})
  const named = <K extends (typeof PARTS)[number]>(part: K): GrowthEditions[K] => {
    const { id: _now, name: _name, ...now } = changed[part]
    const { id: _then, name: _was, ...then } = before[part]
    return JSON.stringify(now) === JSON.stringify(then)
      ? before[part]
      : { ...changed[part], id: `${shipped[part].id}.${own.from}`, name: { id: own.name, en: own.name } }
  }
  return {
    ...shipped,
    kbm: named('kbm'),
    redLine: named('redLine'),
    measuring: named('measuring'),
    alerts: named('alerts'),
    care: named('care'),
  }
}

/** The editions that hold on any day, by `on`; itself what holds on `today`. Without own ones: the shipped ones, as they are. */
export function editionsOf(
  shipped: GrowthEditions,
  owns: readonly OwnGrowthEdition[],
  today: PlainDate,
): GrowthEditions {
  if (owns.length === 0) return shipped
  const steps: { readonly from: PlainDate; readonly held: GrowthEditions }[] = [{ from: '0000-01-01', held: shipped }]
  for (const own of [...owns].sort((a, b) => (a.from < b.from ? -1 : 1)))
    steps.unshift({ from: own.from, held: laidOver(shipped, steps[0]!.held, own) })
  const on = (day: PlainDate): GrowthEditions => steps.find(({ from }) => from <= day)!.held
  return { ...on(today), on }
}
