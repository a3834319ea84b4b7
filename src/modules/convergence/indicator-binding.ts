// The page of indicators bound to its queries and commands. Must stay true: read by everyone who works on convergence, drafted and
// confirmed by two of the secretariat.

import { addMonths } from '../../kernel/date.ts'
import { formatLiteral } from '../../kernel/decimal.ts'
import { isUuid } from '../../kernel/id.ts'
import { accept, refuse } from '../../kernel/refusal.ts'
import type { Language } from '../../kernel/text.ts'
import { mayEnter, mayPlan } from './access.ts'
import { agencyNames, listAgencies } from './agency-queries.ts'
import { actIn } from './binding.ts'
import type { Indicator } from './edition.ts'
import { indicators, services } from './editions.ts'
import type { IndicatorPort } from './indicator-port.ts'
import { indicatorsOn, shareOf } from './own-edition.ts'
import { confirmEdition, draftEdition } from './own-edition-commands.ts'
import { listEditions, loadIndicators, ownEdition } from './own-edition-store.ts'
import { periodName, periodOn } from './period.ts'
import type { ConvergenceTools } from './reading.ts'

/** "92,5" of "0.925". */
const percentOf = (one: Indicator, language: Language): string =>
  formatLiteral(String(Math.round(Number(shareOf(one)) * 10_000) / 100), language)

export function bindIndicators(tools: ConvergenceTools): IndicatorPort {
  return {
    visitor: (request) => tools.visitor(request),
    async readIndicators(visitor) {
      const region = visitor.region!.code
      if (!mayEnter(visitor.actor, region)) return refuse('convergence-not-yours')
      return tools.db.inRegion(
        region,
        async (tx) => {
          const current = periodOn(tools.today(region))
          const held = await loadIndicators(tx, region, current.from)
          const nameOf = await agencyNames(tx, region)
          const rows = await listEditions(tx, region)
          const confirmed = rows.filter((row) => row.state === 'confirmed').map(ownEdition)
          const said = (one: Indicator): string =>
            `${percentOf(one, visitor.language)} %, ${nameOf(one.owner)}${one.budgetCode === null ? '' : `, ${one.budgetCode}`}`
          return accept({
            editionName: held.name,
            source: held.indicators[0]?.source ?? '',
            indicators: held.indicators.map((indicator) => ({
              indicator,
              target: percentOf(indicator, visitor.language),
              isConfirmed: indicator.targets[0]!.isConfirmed,
              ownerName: nameOf(indicator.owner),
            })),
            editions: rows.map((row) => {
              const own = ownEdition(row)
              const earlier = indicatorsOn(
                indicators,
                confirmed.filter((one) => one.from < own.from),
                own.from,
              )
              const later = indicatorsOn(indicators, [own], own.from)
              return {
                id: row.edition_id,
                name: row.name,
                source: row.source,
                from: row.from_day,
                state: row.state === 'confirmed' ? ('confirmed' as const) : ('drafted' as const),
                isMine: row.drafted_by === visitor.actor?.accountId,
                changes: later.indicators.flatMap((after, index) => {
                  const before = earlier.indicators[index]
                  if (before === undefined)
                    return [{ code: after.code, name: after.name, before: '–', after: said(after) }]
                  return said(before) === said(after)
                    ? []
                    : [{ code: after.code, name: after.name, before: said(before), after: said(after) }]
                }),
              }
            }),
            mayPlan: mayPlan(visitor.actor, region),
            services: services.services.map(({ code, name }) => ({ code, name })),
            agencies: await listAgencies(tx, region),
            starts: [0, 3, 6, 9].map((months) => {
              const quarter = periodOn(addMonths(current.from, months))
              return { key: quarter.key, name: periodName(quarter.key), isCurrent: months === 0 }
            }),
          })
        },
        { readOnly: true },
      )
    },
    async draftEdition(visitor, input) {
      const region = visitor.region!.code
      if (!mayPlan(visitor.actor, region)) return refuse('convergence-not-yours')
      return actIn(tools, visitor, region, async (tx, acting) =>
        draftEdition(
          tx,
          acting,
          (await listAgencies(tx, region)).map((one) => one.id),
          input,
        ),
      )
    },
    async confirmEdition(visitor, id) {
      const region = visitor.region!.code
      if (!mayPlan(visitor.actor, region) || !isUuid(id)) return refuse('convergence-not-yours')
      const villages = tools.villages(region).map((one) => one.code)
      return actIn(tools, visitor, region, (tx, acting) => confirmEdition(tx, acting, villages, id))
    },
  }
}
