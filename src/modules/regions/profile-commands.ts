// A region's administrator changes what the region says of itself and when its office is open. Must stay true: checked here
// and not only on the page; a change of days or hours counts the due times of open cases anew; the journal names what changed.

import type { OfficeCalendar } from '../../kernel/office-calendar.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { type Files, nameFile } from '../../platform/files/files.ts'
import { reencodeLogo } from '../../platform/images/logo.ts'
import { writeOutbox } from '../../platform/jobs/outbox.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import {
  effectiveCalendar,
  type HoursForm,
  NO_OWN_CALENDAR,
  type OwnCalendar,
  type ProfileForm,
  readHours,
  readProfile,
  withDay,
  withoutDay,
} from './profile-rules.ts'
import { lockSetting, removeSetting } from './profile-store.ts'
import { setSetting } from './store.ts'

export const RECOUNT = 'cases.recount-due'
export const LOGO = 'logo'
export const CALENDAR = 'office-calendar'

export type ProfileTools = {
  readonly database: Database
  readonly clock: Clock
  readonly files: Files
  /** Reads the regions anew, so that the change holds at once in this process; others follow within a minute. */
  readonly refresh: () => Promise<void>
}
export type ProfileDoer = {
  readonly region: RegionCode
  readonly account: string
  readonly role: string
  readonly unit: string
  readonly device?: string
}

async function put(tx: Tx, doer: ProfileDoer, at: Date, name: string, value: unknown): Promise<void> {
  await setSetting(tx, { region_code: doer.region, name, value, changed_by: doer.account, changed_at: at })
}

const note = (
  { region, account, role, unit, device }: ProfileDoer,
  at: Date,
  action: string,
  fields: readonly string[],
) => ({
  at,
  actor: account,
  role,
  unit,
  ...(device === undefined ? {} : { device }),
  action,
  subject: region,
  fields,
})

/** Refusals: those of `readProfile`, `profile-moved` (somebody saved since the page was opened). */
export async function saveProfile(
  tools: ProfileTools,
  doer: ProfileDoer,
  form: ProfileForm,
  version: string,
): Promise<Result<void>> {
  const read = readProfile(form)
  if (!read.ok) return read
  const at = tools.clock.now()
  const done = await tools.database.inRegion(doer.region, async (tx): Promise<Result<void>> => {
    const now = await lockSetting(tx, doer.region, 'profile')
    if (now.version !== version) return refuse('profile-moved')
    const before = (now.value ?? {}) as Readonly<Record<string, unknown>>
    const changed = Object.keys(read.value).filter(
      (key) => JSON.stringify(before[key]) !== JSON.stringify(read.value[key]),
    )
    if (changed.length === 0) return accept(undefined)
    await put(tx, doer, at, 'profile', { ...before, ...read.value })
    await writeJournal(tx, note(doer, at, 'region.profile', changed))
    return accept(undefined)
  })
  if (done.ok) await tools.refresh()
  return done
}

/** One change of the calendar: decided on what stands, checked as a whole, and due times counted anew after the commit. */
async function changeCalendar(
  tools: ProfileTools,
  doer: ProfileDoer,
  base: OfficeCalendar,
  field: string,
  decide: (own: OwnCalendar) => Result<OwnCalendar>,
  version?: string,
): Promise<Result<void>> {
  const at = tools.clock.now()
  const done = await tools.database.inRegion(doer.region, async (tx): Promise<Result<void>> => {
    const now = await lockSetting(tx, doer.region, CALENDAR)
    if (version !== undefined && now.version !== version) return refuse('profile-moved')
    const next = decide((now.value as OwnCalendar | undefined) ?? NO_OWN_CALENDAR)
    if (!next.ok) return next
    const whole = effectiveCalendar(base, next.value)
    if (!whole.ok) return whole
    await put(tx, doer, at, CALENDAR, next.value)
    await writeJournal(tx, note(doer, at, 'region.calendar', [field]))
    await writeOutbox(tx, { kind: RECOUNT, key: doer.region, payload: { region: doer.region } })
    return accept(undefined)
  })
  if (done.ok) await tools.refresh()
  return done
}

export const addDayOff = (
  tools: ProfileTools,
  doer: ProfileDoer,
  base: OfficeCalendar,
  day: { readonly date: string; readonly name: string; readonly today: string },
): Promise<Result<void>> =>
  changeCalendar(tools, doer, base, 'day-off', (own) => withDay(base, own, day.date, day.name, day.today))

export const removeDayOff = (
  tools: ProfileTools,
  doer: ProfileDoer,
  base: OfficeCalendar,
  day: { readonly date: string; readonly today: string },
): Promise<Result<void>> =>
  changeCalendar(tools, doer, base, 'day-worked', (own) => withoutDay(base, own, day.date, day.today))

export function saveHours(
  tools: ProfileTools,
  doer: ProfileDoer,
  base: OfficeCalendar,
  form: HoursForm,
  version: string,
): Promise<Result<void>> {
  const week = readHours(form)
  if (!week.ok) return Promise.resolve(week)
  return changeCalendar(tools, doer, base, 'hours', (own) => accept({ ...own, week: week.value }), version)
}

/** Refusals: those of `reencodeLogo`. */
export async function saveLogo(tools: ProfileTools, doer: ProfileDoer, bytes: Uint8Array): Promise<Result<void>> {
  const logo = await reencodeLogo(bytes)
  if (!logo.ok) return logo
  const kept = await tools.files.keep(doer.region, logo.value, 'image/png')
  const at = tools.clock.now()
  await tools.database.inRegion(doer.region, async (tx) => {
    await lockSetting(tx, doer.region, LOGO)
    await nameFile(tx, kept)
    await put(tx, doer, at, LOGO, { hash: kept.hash })
    await writeJournal(tx, note(doer, at, 'region.logo', ['logo']))
  })
  await tools.refresh()
  return accept(undefined)
}

export async function removeLogo(tools: ProfileTools, doer: ProfileDoer): Promise<Result<void>> {
  const at = tools.clock.now()
  await tools.database.inRegion(doer.region, async (tx) => {
    const { value } = await lockSetting(tx, doer.region, LOGO)
    if (value === undefined) return
    await removeSetting(tx, doer.region, LOGO)
    await writeJournal(tx, note(doer, at, 'region.logo', ['removed']))
  })
  await tools.refresh()
  return accept(undefined)
}
