// Reading partners and what they asked, in sums a day. Must stay true: no person and no value; the key is never read here.
import { addDays } from '../../kernel/date.ts'
import { formatDate, formatInstant } from '../../kernel/date-format.ts'
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { type PartnerTools, roleFor } from './commands.ts'
import type { PartnerLine, PartnersView, PartnerView, Sums } from './port.ts'
import { decideStep, isField, isService, KEEPERS, type PartnerState, READERS } from './rules.ts'
import { type DayRow, findPartner, listDays, listPartners, type PartnerRow } from './store.ts'

export type NamesOf = (accounts: readonly string[]) => Promise<ReadonlyMap<string, string>>
const DAYS_SHOWN = 14
const NOTHING: Sums = { asked: 0, agreed: 0, partly: 0, none: 0, refused: 0 }

const sumsOf = ({ asked, agreed, partly, none, refused }: DayRow): Sums => ({ asked, agreed, partly, none, refused })

function lineOf(visitor: Visitor, row: PartnerRow, days: readonly DayRow[], today: string): PartnerLine {
  const now = days.find((one) => one.partner_id === row.partner_id && one.day === today)
  return {
    partnerId: row.partner_id,
    name: row.name,
    agreement: row.agreement,
    state: row.state as PartnerState,
    waits: row.state === 'proposed' || row.resume_by !== null,
    isOver: today > row.until_day,
    from: formatDate(row.from_day, visitor.language),
    until: formatDate(row.until_day, visitor.language),
    today: now === undefined ? NOTHING : sumsOf(now),
    dailyLimit: row.daily_limit,
  }
}

export async function readPartners(tools: PartnerTools, visitor: Visitor): Promise<Result<PartnersView>> {
  if (roleFor(visitor, READERS) === undefined) return refuse('not-yours')
  const { code: region, timeZone } = visitor.region!
  const now = tools.clock.now().getTime()
  const today = todayIn(timeZone, now)
  const [rows, days] = await tools.database.inRegion(
    region,
    async (tx) => [await listPartners(tx, region), await listDays(tx, region, today)] as const,
    { readOnly: true },
  )
  return accept({
    lines: rows.map((row) => lineOf(visitor, row, days, today)),
    mayChange: roleFor(visitor, KEEPERS) !== undefined,
    asOf: formatInstant(now, timeZone, visitor.language),
  })
}

export async function readPartner(
  tools: PartnerTools,
  visitor: Visitor,
  id: string,
  names: NamesOf,
): Promise<Result<PartnerView>> {
  if (roleFor(visitor, READERS) === undefined || !isUuid(id)) return refuse('not-found')
  const { code: region, timeZone } = visitor.region!
  const today = todayIn(timeZone, tools.clock.now().getTime())
  const [row, days] = await tools.database.inRegion(
    region,
    async (tx) =>
      [await findPartner(tx, region, id), await listDays(tx, region, addDays(today, -DAYS_SHOWN + 1), id)] as const,
    { readOnly: true },
  )
  if (row === undefined) return refuse('not-found')
  const people = [row.made_by, row.decided_by, row.resume_by].filter((one) => one !== null)
  const nameOf = await names([...new Set(people)])
  const name = (account: string) => nameOf.get(account) ?? account
  const mayChange = roleFor(visitor, KEEPERS) !== undefined
  const confirming = decideStep(
    {
      state: row.state as PartnerState,
      madeBy: row.made_by,
      ...(row.resume_by === null ? {} : { resumeBy: row.resume_by }),
    },
    'confirm',
    visitor.actor!.accountId,
  )
  return accept({
    ...lineOf(visitor, row, days, today),
    purpose: row.purpose,
    fields: row.fields.filter((one) => isField(one) || isService(one)),
    madeBy: name(row.made_by),
    madeAt: formatInstant(row.made_at.getTime(), timeZone, visitor.language),
    ...(row.decided_by === null ? {} : { decidedBy: name(row.decided_by) }),
    ...(row.resume_by === null ? {} : { resumeBy: name(row.resume_by) }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.key_made_at === null
      ? {}
      : { keyMadeAt: formatInstant(row.key_made_at.getTime(), timeZone, visitor.language) }),
    days: days.map((day) => ({ ...sumsOf(day), day: formatDate(day.day, visitor.language) })),
    mayChange,
    mayConfirm: mayChange && confirming.ok,
  })
}
