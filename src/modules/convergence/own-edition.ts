// A region's own edition of the indicators, laid over the one this program ships. Pure. Must stay true: codes, meaning and services of
// the nation's indicators stay the nation's; a region sets targets, owners and budget codes, and adds indicators of its own that are
// counted from the services this program knows, from the first day of a quarter on.
import type { PlainDate } from '../../kernel/date.ts'
import type { Text } from '../../kernel/text.ts'
import type { Indicator, Indicators, Service } from './edition.ts'
import { findService } from './editions.ts'

/** What differs, by code of the indicator; a share is a decimal in text. */
export type IndicatorChange = { readonly share: string; readonly owner: string; readonly budgetCode: string | null }
/** An indicator of the region's own: received of due of one service. */
export type OwnIndicator = IndicatorChange & {
  readonly code: string
  readonly name: Text
  readonly kind: Indicator['kind']
  readonly direction: 'higher' | 'lower'
  readonly service: string
}
export type OwnEdition = {
  readonly id: string
  readonly from: PlainDate
  readonly name: string
  readonly source: string
  readonly changes: Readonly<Record<string, IndicatorChange>>
  readonly added: readonly OwnIndicator[]
}

/** Two letters that no national indicator begins with, and a number: `LK1`. */
export const OWN_CODE = /^(?!SP|SE)[A-Z]{2}\d{1,2}$/

/** The indicators that hold on a day: the shipped ones, with the newest own edition that began by then. */
export function indicatorsOn(shipped: Indicators, editions: readonly OwnEdition[], day: PlainDate): Indicators {
  const own = [...editions].sort((a, b) => (a.from < b.from ? 1 : -1)).find((one) => one.from <= day)
  if (own === undefined) return shipped
  const added = own.added.flatMap((one) => {
    const service = findService(one.service)
    return service === undefined ? [] : [indicatorOf(one, service, own.source)]
  })
  return {
    ...shipped,
    id: `${shipped.id}+${own.from}`,
    name: { id: own.name, en: own.name },
    indicators: [...shipped.indicators, ...added].map((one) => changed(one, own)),
  }
}

function indicatorOf(one: OwnIndicator, service: Service, source: string): Indicator {
  const { id, en } = service.name
  return {
    code: one.code,
    name: one.name,
    kind: one.kind,
    group: service.groups[0] ?? 'family',
    numerator: { id: `menerima ${lower(id)}`, en: `received ${lower(en)}` },
    denominator: { id: `berhak atas ${lower(id)}`, en: `due ${lower(en)}` },
    unit: service.subject,
    direction: one.direction,
    targets: [{ year: 2000, share: one.share, isConfirmed: true }],
    owner: one.owner,
    source,
    frequency: 'quarter',
    budgetCode: one.budgetCode,
    service: one.service,
  }
}

/** "MP-ASI beragam" keeps its capitals, "Pemantauan tumbuh kembang" does not. */
const lower = (text: string) => (/^[A-Z][a-z]/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text)

function changed(one: Indicator, own: OwnEdition): Indicator {
  const change = own.changes[one.code]
  if (change === undefined) return one
  return {
    ...one,
    owner: change.owner,
    budgetCode: change.budgetCode,
    source: one.source === own.source ? one.source : `${one.source}; ${own.source}`,
    // The same for every year from here on; the next edition says otherwise.
    targets: [{ year: 2000, share: change.share, isConfirmed: true }],
  }
}

/** The target of an indicator of which only one target is asked, newest first. */
export function shareOf(one: Indicator): string {
  return [...one.targets].sort((a, b) => b.year - a.year)[0]!.share
}
