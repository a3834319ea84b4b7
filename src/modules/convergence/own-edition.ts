// A region's own edition of the indicators, laid over the one this program ships. Pure. Must stay true: codes, meaning and services stay
// the nation's; a region sets targets, owners and budget codes, from the first day of a quarter on.
import type { PlainDate } from '../../kernel/date.ts'
import type { Indicator, Indicators } from './edition.ts'

/** What differs, by code of the indicator; a share is a decimal in text. */
export type IndicatorChange = { readonly share: string; readonly owner: string; readonly budgetCode: string | null }
export type OwnEdition = {
  readonly id: string
  readonly from: PlainDate
  readonly name: string
  readonly source: string
  readonly changes: Readonly<Record<string, IndicatorChange>>
}

/** The indicators that hold on a day: the shipped ones, with the newest own edition that began by then. */
export function indicatorsOn(shipped: Indicators, editions: readonly OwnEdition[], day: PlainDate): Indicators {
  const own = [...editions].sort((a, b) => (a.from < b.from ? 1 : -1)).find((one) => one.from <= day)
  if (own === undefined) return shipped
  return {
    ...shipped,
    id: `${shipped.id}+${own.from}`,
    name: { id: own.name, en: own.name },
    indicators: shipped.indicators.map((one) => changed(one, own)),
  }
}

function changed(one: Indicator, own: OwnEdition): Indicator {
  const change = own.changes[one.code]
  if (change === undefined) return one
  return {
    ...one,
    owner: change.owner,
    budgetCode: change.budgetCode,
    source: `${one.source}; ${own.source}`,
    // The same for every year from here on; the next edition says otherwise.
    targets: [{ year: 2000, share: change.share, isConfirmed: true }],
  }
}

/** The target of an indicator of which only one target is asked, newest first. */
export function shareOf(one: Indicator): string {
  return [...one.targets].sort((a, b) => b.year - a.year)[0]!.share
}
