// A figure of a national survey, noted by the secretariat. Must stay true: it stands beside the routine figures and never in their line.
import { readDecimal } from '../../kernel/decimal.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import { holds, type Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import type { GrowthContext } from './context.ts'
import { CONDITIONS } from './figures.ts'
import { putSurveyFigure } from './figures-store.ts'

/** A survey's figure with its source. Refuses `not-found`, `growth.survey-*`. Written again it replaces. */
export async function recordSurvey(
  context: GrowthContext,
  visitor: Visitor,
  typed: {
    readonly year: string
    readonly method: string
    readonly indicator: string
    readonly percent: string
    readonly source: string
  },
): Promise<Result<void>> {
  const region = visitor.region!.code
  if (!holds(visitor.actor, region, 'convergence-secretariat')) return refuse('not-found')
  const year = Number(typed.year)
  const thisYear = Number(context.today(region).slice(0, 4))
  if (!/^\d{4}$/.test(typed.year.trim()) || year < 2000 || year > thisYear)
    return refuse('growth.survey-year', 'year', { thisYear })
  const percent = readDecimal(typed.percent, 'percent', { maxDecimals: 2 })
  if (!percent.ok) return percent
  const permyriad = Number(percent.value.units) * 10 ** (2 - percent.value.scale)
  if (permyriad < 0 || permyriad > 10_000) return refuse('growth.survey-percent', 'percent')
  const source = typed.source.trim()
  if (source === '' || source.length > 300) return refuse('growth.survey-source', 'source')
  const method = (['ssgi', 'ski', 'riskesdas'] as const).find((one) => one === typed.method) ?? 'other'
  const indicator = CONDITIONS.find((one) => one === typed.indicator) ?? 'stunting'
  await context.database.inRegion(region, async (tx) => {
    const now = context.clock.now()
    await putSurveyFigure(tx, {
      region_code: region,
      year,
      method,
      indicator,
      permyriad,
      source,
      recorded_by: visitor.actor!.accountId,
      recorded_at: now,
    })
    await writeJournal(tx, {
      at: now,
      actor: visitor.actor!.accountId,
      role: 'convergence-secretariat',
      device: visitor.device,
      action: 'survey-figure.record',
      subject: `${method}:${year}`,
    })
  })
  return accept(undefined)
}
