// What is asked of the figures: month, condition, sex, age; and who sees small counts whole. Pure. Must stay true: what cannot be is asked
// as the usual, never refused.
import type { Role } from '../../platform/http/visitor.ts'
import { HEALTH_WORKERS } from './access.ts'
import { CONDITIONS, type ConditionName } from './figures.ts'
import type { FigureFilter } from './figures-port.ts'
import { AGE_GROUPS } from './rollup.ts'
import { shiftMonth } from './rules/measurement.ts'

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/
export const SEES_SMALL_COUNTS: readonly Role[] = [...HEALTH_WORKERS, 'health-centre-head']

export function filterOf(today: string, asked: Partial<FigureFilter>): FigureFilter {
  const now = today.slice(0, 7)
  const month =
    asked.month !== undefined && MONTH.test(asked.month) && asked.month <= now ? asked.month : shiftMonth(now, -1)
  return {
    month,
    condition: CONDITIONS.includes(asked.condition as ConditionName) ? asked.condition! : 'stunting',
    sex: asked.sex === 1 || asked.sex === 2 ? asked.sex : 0,
    ageGroup: AGE_GROUPS.some((one) => one === asked.ageGroup) ? asked.ageGroup! : 'all',
    lokus: asked.lokus === true,
  }
}
