// The yardsticks this program ships, read once and checked when the module loads: a file that does not agree with itself
// stops a start, not a planning meeting.
import * as v from 'valibot'
import actionsJson from '../../../instruments/convergence/actions-2019.json' with { type: 'json' }
import indicatorsJson from '../../../instruments/convergence/indicators-perpres-72-2021.json' with { type: 'json' }
import priorityJson from '../../../instruments/convergence/priority-villages-2024.json' with { type: 'json' }
import programmesJson from '../../../instruments/convergence/programmes-63.11.json' with { type: 'json' }
import riskJson from '../../../instruments/convergence/risk-krs-2021.json' with { type: 'json' }
import scorecardJson from '../../../instruments/convergence/scorecard-2024.json' with { type: 'json' }
import servicesJson from '../../../instruments/convergence/services-2024.json' with { type: 'json' }
import {
  actionsSchema,
  type Indicator,
  indicatorsSchema,
  prioritySchema,
  programmesSchema,
  riskSchema,
  type Service,
  scorecardSchema,
  servicesSchema,
} from './edition.ts'

export const indicators = v.parse(indicatorsSchema, indicatorsJson)
export const services = v.parse(servicesSchema, servicesJson)
export const scorecard = v.parse(scorecardSchema, scorecardJson)
export const risk = v.parse(riskSchema, riskJson)
export const priority = v.parse(prioritySchema, priorityJson)
export const actions = v.parse(actionsSchema, actionsJson)
export const balangan = v.parse(programmesSchema, programmesJson)

for (const fault of disagreements()) throw new Error(`Yardsticks of convergence: ${fault}`)

/** What a schema cannot see: names that must be known elsewhere. */
export function disagreements(): readonly string[] {
  const known = new Set(services.services.map((one) => one.code))
  const groups = new Set(services.groups.map((one) => one.code))
  const conditions = new Set(services.conditions.map((one) => one.code))
  const agencies = new Set(balangan.agencies.map((one) => one.id))
  return [
    ...indicators.indicators.flatMap((one) => [
      ...(one.service !== null && !known.has(one.service) ? [`${one.code} names the service ${one.service}`] : []),
      ...(agencies.has(one.owner) ? [] : [`${one.code} is owned by ${one.owner}`]),
    ]),
    ...services.services.flatMap((one) => [
      ...one.groups.filter((code) => !groups.has(code)).map((code) => `${one.code} names the group ${code}`),
      ...(one.condition === undefined || conditions.has(one.condition) ? [] : [`${one.code} names ${one.condition}`]),
    ]),
    ...balangan.programmes.flatMap((one) => [
      ...(agencies.has(one.agency) ? [] : [`${one.id} belongs to ${one.agency}`]),
      ...one.services.filter((code) => !known.has(code)).map((code) => `${one.id} gives ${code}`),
    ]),
  ]
}

export function findService(code: string): Service | undefined {
  return services.services.find((one) => one.code === code)
}

/** The indicator that a service's rows give figures to. */
export function indicatorOfService(code: string): Indicator | undefined {
  return indicators.indicators.find((one) => one.service === code)
}
