// Every table of Balanting in one list, and what a visitor reaches of it. A page with a new table adds its entry to one of the
// lists; nothing else has to change.
import type { Hono } from 'hono'
import { formatMonth } from '../kernel/date-format.ts'
import { say } from '../kernel/text.ts'
import {
  isAuditTeam,
  isGiver,
  mayCheck,
  mayEnter,
  mayPlan,
  officerUnits,
  seesFamilies,
} from '../modules/convergence/access.ts'
import { bindConvergence, bindFamilies } from '../modules/convergence/binding.ts'
import { bindCare } from '../modules/convergence/care-binding.ts'
import { bindIndicators } from '../modules/convergence/indicator-binding.ts'
import { periodBefore, periodName, periodOn } from '../modules/convergence/period.ts'
import { bindPlanning } from '../modules/convergence/planning-binding.ts'
import { bindProgrammes } from '../modules/convergence/programme-binding.ts'
import type { ConvergenceTools } from '../modules/convergence/reading.ts'
import type { GrowthContext } from '../modules/growth/context.ts'
import type { DownloadsPort } from '../modules/growth/downloads/downloads-port.ts'
import { downloadTable, readDownloads, type Tables } from '../modules/growth/downloads/downloads-queries.ts'
import { downloadsRoutes } from '../modules/growth/downloads/downloads-routes.tsx'
import { COUNTERS, EXCHANGERS } from '../modules/growth/exchange/scope.ts'
import type { Areas } from '../modules/regions/areas.ts'
import type { Accounts } from '../platform/auth/accounts.ts'
import type { Files } from '../platform/files/files.ts'
import { holds, type Visitor } from '../platform/http/visitor.ts'
import { bindAlerts } from './alerts-binding.ts'
import { carePorts } from './care-binding.ts'
import { bindExchange } from './exchange-binding.ts'
import { bindFigures } from './figures-binding.ts'
import { bindChildren, bindMidwife, bindPosyandu } from './growth-binding.ts'
import { bindOutgoing } from './outgoing-binding.ts'
import { auditTables } from './tables-audits.ts'
import { careTables } from './tables-care.ts'
import { convergenceTables } from './tables-convergence.ts'
import { exchangeTables } from './tables-exchange.ts'
import { figuresTables } from './tables-figures.ts'
import { planningTables } from './tables-planning.ts'
import { posyanduTables } from './tables-posyandu.ts'

const QUARTERS = 6

export type TablesHouse = {
  readonly growth: GrowthContext
  readonly tools: ConvergenceTools
  readonly areas: Areas
  readonly accounts: Pick<Accounts, 'listAccounts'>
  readonly files: Files
}

export function bindTables(house: TablesHouse): DownloadsPort {
  const { growth, tools, areas, files } = house
  const posyandu = bindPosyandu(growth)
  const care = carePorts(growth, house.accounts)
  const tables: Tables = {
    sources: [
      ...posyanduTables({
        posyandu,
        children: bindChildren(growth),
        midwife: bindMidwife(growth),
        alerts: bindAlerts(growth),
        quality: care.quality,
      }),
      ...careTables({ vaccines: care.vaccines, pregnancies: care.pregnancies }),
      ...figuresTables({ figures: bindFigures(growth, areas) }),
      ...convergenceTables({ villages: bindConvergence(tools), families: bindFamilies(tools) }),
      ...planningTables({
        planning: bindPlanning(tools, files),
        programmes: bindProgrammes(tools),
        indicators: bindIndicators(tools),
      }),
      ...auditTables({ care: bindCare(tools, files) }),
      ...exchangeTables({
        outgoing: bindOutgoing(growth, areas, house.accounts),
        exchange: bindExchange(growth),
      }),
    ],
    async reach(visitor) {
      const region = visitor.region!.code
      const posyandus = await posyandu.listPosyandus(visitor)
      const [plans, gives] = [mayPlan(visitor.actor, region), isGiver(visitor.actor, region)]
      const enters = mayEnter(visitor.actor, region)
      const own = (village: string) => seesFamilies(visitor.actor, region, village)
      const villages = enters ? tools.villages(region) : []
      const within = villages.filter(({ code }) => own(code))
      const isHealth = posyandus.some(({ may }) => may.verify)
      return {
        posyandus: posyandus.map(({ posyanduId, name, village }) => ({
          value: posyanduId,
          label: `${name}, ${village}`,
        })),
        // The own villages first: the first one is what the page begins with.
        villages: [...within, ...villages.filter(({ code }) => !own(code))].map(({ code, name, district }) => ({
          value: code,
          label: `${name}, ${district}`,
        })),
        may: {
          posyandu: posyandus.length > 0,
          health: isHealth,
          exchanges: EXCHANGERS.some((role) => holds(visitor.actor, region, role)),
          measures: posyandus.some(({ may }) => may.measure),
          alerts: posyandus.some(({ may }) => may.alerts),
          pregnancies: posyandus.some(({ may }) => may.pregnancies),
          village: within.length > 0,
          region: enters,
          checks: within.some(({ code }) => mayCheck(visitor.actor, region, code)),
          work: officerUnits(visitor.actor, region).length > 0,
          audits: plans || isAuditTeam(visitor.actor, region),
          packages: plans || gives || within.some(({ code }) => mayCheck(visitor.actor, region, code)),
          needs: gives,
          office: holds(visitor.actor, region, 'service-admin'),
        },
        exchange: [...EXCHANGERS, ...COUNTERS].some((role) => holds(visitor.actor, region, role)),
      }
    },
    monthName: (month, visitor) => formatMonth(month, visitor.language),
    periods: (visitor) => quartersOf(tools, visitor),
  }
  return {
    visitor: (request) => growth.visitor(request),
    overview: (visitor, asked) => readDownloads(growth, tables, visitor, asked),
    download: (visitor, request) => downloadTable(growth, tables, visitor, request),
  }
}

function quartersOf(tools: ConvergenceTools, visitor: Visitor) {
  let quarter = periodOn(tools.today(visitor.region!.code))
  return Array.from({ length: QUARTERS }, () => {
    const { key } = quarter
    quarter = periodBefore(quarter)
    return { value: key, label: say(periodName(key), visitor.language) }
  })
}

export function tablesRoutes(house: TablesHouse): Hono {
  return downloadsRoutes(bindTables(house))
}
