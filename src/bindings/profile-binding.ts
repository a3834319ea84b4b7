// The port of a region's own profile, bound to its use cases. Must stay true: only service admins of the whole region come
// in; to everyone else there is no such page. The logo is for everybody.
import { sql } from 'kysely'
import { addDays } from '../kernel/date.ts'
import { formatDateLong, formatInstant, zoneLabel } from '../kernel/date-format.ts'
import { accept, type Result, refuse } from '../kernel/refusal.ts'
import { addOfficeTime, OFFICE_HOUR_MS } from '../kernel/working-time.ts'
import { todayIn } from '../kernel/zone.ts'
import type { CasesContext } from '../modules/cases/context.ts'
import { officeTabs } from '../modules/cases/office-tabs.ts'
import {
  addDayOff,
  CALENDAR,
  LOGO,
  type ProfileDoer,
  type ProfileTools,
  removeDayOff,
  removeLogo,
  saveHours,
  saveLogo,
  saveProfile,
} from '../modules/regions/profile-commands.ts'
import type { DayOffLine, ProfilePort, ProfileView } from '../modules/regions/profile-port.ts'
import { profileRoutes } from '../modules/regions/profile-routes.tsx'
import { hoursOf, NO_OWN_CALENDAR, type OwnCalendar } from '../modules/regions/profile-rules.ts'
import { findSettingWithVersion } from '../modules/regions/profile-store.ts'
import { findSetting } from '../modules/regions/store.ts'
import { assignmentsFor, type Visitor } from '../platform/http/visitor.ts'
import type { RegionDirectory } from './region-directory.ts'

/** Deadline of the example that shows what hours and days off do. */
const EXAMPLE_HOURS = 24
/** Days off of a year and a month ahead are listed; what is added later than that counts all the same. */
const SHOWN_DAYS = 396

function doerOf(visitor: Visitor): ProfileDoer | undefined {
  const { actor, region } = visitor
  if (actor === undefined || region === undefined) return undefined
  const held = assignmentsFor(actor, region.code, 'service-admin').find((one) => one.place === region.code)
  return held === undefined
    ? undefined
    : { region: region.code, account: actor.accountId, role: held.role, unit: held.unit, device: visitor.device }
}

export const profilePages = (cases: CasesContext, regions: RegionDirectory) =>
  profileRoutes(bindProfile(cases, regions), officeTabs)

function bindProfile(cases: CasesContext, regions: RegionDirectory): ProfilePort {
  const { database, clock, files } = cases
  const tools: ProfileTools = { database, clock, files, refresh: () => regions.refresh() }
  const as = async (visitor: Visitor, work: (doer: ProfileDoer) => Promise<Result<void>>): Promise<Result<void>> => {
    const doer = doerOf(visitor)
    return doer === undefined ? refuse('not-found') : work(doer)
  }
  const today = (visitor: Visitor) => todayIn(visitor.region!.timeZone, clock.now().getTime())
  return {
    visitor: (request) => cases.visitor(request),
    read: async (visitor) => {
      const doer = doerOf(visitor)
      if (doer === undefined) return refuse('not-found')
      return accept(await readView(cases, regions, doer.region, visitor, today(visitor)))
    },
    save: (visitor, form, version) => as(visitor, (doer) => saveProfile(tools, doer, form, version)),
    saveHours: (visitor, form, version) =>
      as(visitor, (doer) => saveHours(tools, doer, regions.baseCalendar(doer.region), form, version)),
    addDay: (visitor, date, name) =>
      as(visitor, (doer) =>
        addDayOff(tools, doer, regions.baseCalendar(doer.region), { date, name, today: today(visitor) }),
      ),
    removeDay: (visitor, date) =>
      as(visitor, (doer) =>
        removeDayOff(tools, doer, regions.baseCalendar(doer.region), { date, today: today(visitor) }),
      ),
    saveLogo: (visitor, bytes) =>
      as(visitor, async (doer) => (bytes.length === 0 ? refuse('logo-missing', 'logo') : saveLogo(tools, doer, bytes))),
    removeLogo: (visitor) => as(visitor, (doer) => removeLogo(tools, doer)),
    async readLogo(visitor) {
      const { code } = visitor.region!
      const stored = await database.inRegion(code, (tx) => findSetting(tx, code, LOGO), { readOnly: true })
      const hash = (stored as { readonly hash?: string } | undefined)?.hash
      return hash === undefined ? undefined : files.read(code, hash)
    },
  }
}

async function readView(
  { database, clock }: CasesContext,
  regions: RegionDirectory,
  region: string,
  visitor: Visitor,
  today: string,
): Promise<ProfileView> {
  const { profile, calendar, timeZone } = regions.get(region)
  const stored = await database.inRegion(
    region,
    async (tx) => {
      const open = await sql<{ n: number }>`select count(*)::int as n from case_file
        where region_code = ${region} and due_at is not null and ended_at is null`.execute(tx)
      return {
        profile: await findSettingWithVersion(tx, region, 'profile'),
        own: await findSettingWithVersion(tx, region, CALENDAR),
        logo: await findSetting(tx, region, LOGO),
        open: open.rows[0]?.n ?? 0,
      }
    },
    { readOnly: true },
  )
  const own = (stored.own.value as OwnCalendar | undefined) ?? NO_OWN_CALENDAR
  const { language } = visitor
  const lineOf = (day: Omit<DayOffLine, 'shown'>): DayOffLine => ({
    date: day.date,
    name: day.name,
    kind: day.kind,
    shown: formatDateLong(day.date, language),
  })
  const base = regions.baseCalendar(region)
  const due = addOfficeTime(calendar, clock.now().getTime(), EXAMPLE_HOURS * OFFICE_HOUR_MS)
  return {
    form: {
      office: profile.office,
      unit: profile.unit,
      address: profile.address,
      place: profile.place,
      contact: profile.contact,
      notices: (profile.notices ?? []).join(', '),
      headName: profile.head.name,
      headNip: profile.head.nip ?? '',
      headTitle: profile.head.titles?.office ?? '',
      deedTitle: profile.head.titles?.deeds ?? '',
      hue: String(profile.hue),
    },
    version: stored.profile.version,
    calendarVersion: stored.own.version,
    hasLogo: stored.logo !== undefined,
    hours: hoursOf(calendar.data.week),
    zone: zoneLabel(timeZone),
    calendar: base.id,
    daysOff: calendar.data.daysOff
      .filter((day) => day.date >= today && day.date < addDays(today, SHOWN_DAYS))
      .map(lineOf),
    worked: base.daysOff.filter((day) => day.date >= today && own.remove.includes(day.date)).map(lineOf),
    example: { hours: EXAMPLE_HOURS, due: formatInstant(due, timeZone, language) },
    openCases: stored.open,
  }
}
