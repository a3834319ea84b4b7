// A region joins: its row, office, units, calendar and first settings in one go. Must stay true: a region that exists is
// never overwritten; what is printed on documents (office, head, place, address) is complete before it opens.
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import { isTenantCode, regionLevel } from '../../kernel/region-code.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { findSetting, insertAgency, insertRegion, insertUnits, setSetting } from './store.ts'

export type RegionPlan = {
  readonly code: string
  readonly name?: string
  readonly office?: string
  readonly unit?: string
  readonly head?: string
  readonly headNip?: string
  readonly place?: string
  readonly address?: string
  readonly contact?: string
  readonly hue?: number
  readonly timeZone?: string
  readonly calendar?: string
  readonly units?: readonly { readonly id: string; readonly name: string }[]
}
export type RegionSetupTools = {
  readonly database: Database
  readonly clock: Clock
  readonly nameOf: (code: string) => string | undefined
  /** Calendars there are, by id (`63.11-2026`). */
  readonly calendars: readonly string[]
}

/** The units of a registry office of usual size; an office of its own list gives it in the plan. */
export const USUAL_UNITS = [
  { id: 'loket', name: 'Loket pelayanan' },
  { id: 'verifikasi', name: 'Seksi Verifikasi Data' },
  { id: 'capil', name: 'Bidang Pencatatan Sipil' },
  { id: 'kepala', name: 'Pimpinan dinas' },
  { id: 'produksi', name: 'Seksi Produksi dan Arsip' },
  { id: 'antar', name: 'Loket penyerahan' },
  { id: 'admin', name: 'Pengelola layanan' },
] as const

const EAST = ['81', '82', '91', '92', '93', '94', '95', '96', '97']
const CENTRAL = ['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76']
/** The zone of a province; the nation's is Jakarta's. */
export const zoneOf = (code: string): string =>
  EAST.includes(code.slice(0, 2))
    ? 'Asia/Jayapura'
    : CENTRAL.includes(code.slice(0, 2))
      ? 'Asia/Makassar'
      : 'Asia/Jakarta'

/** The newest calendar of a region. */
export const calendarOf = (code: string, calendars: readonly string[]): string | undefined =>
  calendars
    .filter((id) => id.startsWith(`${code}-`))
    .sort()
    .at(-1)

/** Refuses `region-code`, `region-known`, `calendar-missing`, `office-missing`. */
export async function addRegion(
  tools: RegionSetupTools,
  plan: RegionPlan,
): Promise<
  Result<{ readonly code: string; readonly name: string; readonly calendar: string; readonly units: readonly string[] }>
> {
  const { code } = plan
  const name = plan.name ?? tools.nameOf(code)
  if (!isTenantCode(code) || name === undefined) return refuse('region-code', 'code', { region: code })
  const calendar = plan.calendar ?? calendarOf(code, tools.calendars)
  if (calendar === undefined || !tools.calendars.includes(calendar))
    return refuse('calendar-missing', 'calendar', { region: code, known: tools.calendars.join(', ') })
  const printed = {
    office: plan.office,
    head: plan.head,
    place: plan.place,
    address: plan.address,
    contact: plan.contact,
  }
  const missing = Object.entries(printed).flatMap(([key, value]) =>
    value === undefined || value.trim() === '' ? [key] : [],
  )
  const { office = '', head = '', place = '', address = '', contact = '' } = printed
  if (missing.length > 0) return refuse('office-missing', missing[0], { missing: missing.join(', ') })
  // The profile is written last: a region whose adding broke off is finished by adding it again.
  const isKnown = await tools.database.inRegion(code, (tx) => findSetting(tx, code, 'profile'), { readOnly: true })
  if (isKnown !== undefined) return refuse('region-known', 'code', { region: code })
  const units = plan.units ?? USUAL_UNITS
  const now = tools.clock.now()
  await tools.database.asPlatform((tx) =>
    insertRegion(tx, {
      code,
      name,
      level: regionLevel(code) ?? 'regency',
      time_zone: plan.timeZone ?? zoneOf(code),
    }),
  )
  await tools.database.inRegion(code, async (tx) => {
    await setSetting(tx, {
      region_code: code,
      name: 'profile',
      value: {
        hue: plan.hue ?? 168,
        office,
        unit: plan.unit ?? office,
        calendar,
        address,
        contact,
        place,
        head: { name: head, ...(plan.headNip === undefined ? {} : { nip: plan.headNip }) },
        open: true,
      },
      changed_by: 'system:cli',
      changed_at: now,
    })
    await insertAgency(tx, { region_code: code, agency_id: 'disdukcapil', name: office, address, phone: '' })
    await insertUnits(
      tx,
      units.map((unit) => ({
        region_code: code,
        unit_id: unit.id,
        agency_id: 'disdukcapil',
        name: unit.name,
        place: code,
      })),
    )
    await writeJournal(tx, {
      at: now,
      actor: 'system:cli',
      role: 'system',
      action: 'region.add',
      subject: code,
      fields: ['profile', 'units', 'calendar'],
    })
  })
  return accept({ code, name, calendar, units: units.map((unit) => unit.id) })
}
