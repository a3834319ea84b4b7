// What every request needs of a region, kept in memory: name, hue, zone, office, calendar. Read again when it is older
// than a minute, so that a change by an admin reaches all processes without a restart.

import { readFileSync } from 'node:fs'
import { type OfficeCalendar, officeHoursText, readOfficeCalendar } from '../kernel/office-calendar.ts'
import type { RegionCode } from '../kernel/region-code.ts'
import type { Text } from '../kernel/text.ts'
import { type WorkingCalendar, workingCalendar } from '../kernel/working-time.ts'
import type { SignerTitles } from '../modules/documents/signer-role.ts'
import { effectiveCalendar, type OwnCalendar } from '../modules/regions/profile-rules.ts'
import { findSetting, listRegions } from '../modules/regions/store.ts'
import type { Database } from '../platform/db/database.ts'
import type { RegionInfo } from '../platform/http/visitor.ts'
import { packagePath } from '../platform/paths.ts'

/** What a region chooses for itself (setting `profile`). */
export type RegionProfile = {
  readonly hue: number
  readonly office: string
  readonly unit: string
  readonly calendar: string
  readonly address: string
  readonly contact: string
  readonly place: string
  readonly head: { readonly name: string; readonly nip?: string; readonly titles?: SignerTitles }
  readonly open: boolean
  /** Numbers that messages come from, for people to know which are real. */
  readonly notices?: readonly string[]
}

export type KnownRegion = RegionInfo & {
  readonly profile: RegionProfile
  readonly calendar: WorkingCalendar
  readonly hours: readonly Text[]
  /** The logo's bytes, for letterheads. */
  readonly logo?: Uint8Array
}
const FRESH_MS = 60_000
/** Whoever asks for a region nobody opened causes no more than one reading in this time. */
const LOOK_AGAIN_MS = 2_000
const DEFAULTS: RegionProfile = {
  hue: 168,
  office: '',
  unit: 'Dinas Kependudukan dan Pencatatan Sipil',
  calendar: '63.11-2026',
  address: '',
  contact: '',
  place: '',
  head: { name: '' },
  open: false,
}

type Calendar = { readonly data: OfficeCalendar; readonly working: WorkingCalendar }

export class RegionDirectory {
  #regions = new Map<RegionCode, KnownRegion>()
  #readAt = 0
  #reading: Promise<void> | undefined
  /** By name, and by the region's own days and hours. */
  readonly #calendars = new Map<string, Calendar>()
  readonly #logos = new Map<string, Uint8Array>()

  /** Reads a logo by its hash; none where no files are at hand. */
  readLogo: (code: RegionCode, hash: string) => Promise<Uint8Array | undefined> = async () => undefined

  /** Told the regions after each reading, before anybody gets them; what a new region needs is done here. */
  onRead: (regions: ReadonlyMap<RegionCode, KnownRegion>) => Promise<void> = async () => {}

  constructor(readonly database: Database) {}

  /** The regions, fresh enough. */
  async all(): Promise<ReadonlyMap<RegionCode, KnownRegion>> {
    if (Date.now() - this.#readAt > FRESH_MS) {
      const reading = this.#readOnce()
      // Old knowledge is better than waiting, except at the start.
      if (this.#readAt === 0) await reading
      else reading.catch(() => {})
    }
    return this.#regions
  }

  /** The regions, read again first when this one is not among them: it may have been opened a moment ago. */
  async allWith(code: RegionCode): Promise<ReadonlyMap<RegionCode, KnownRegion>> {
    const known = await this.all()
    if (known.has(code) || Date.now() - this.#readAt <= LOOK_AGAIN_MS) return known
    await this.#readOnce()
    return this.#regions
  }

  #readOnce(): Promise<void> {
    this.#reading ??= this.refresh().finally(() => {
      this.#reading = undefined
    })
    return this.#reading
  }

  /** A region that was read before; throws for one that nobody opened. */
  get(code: RegionCode): KnownRegion {
    const known = this.#regions.get(code)
    if (known === undefined) throw new Error(`Unknown region ${code}`)
    return known
  }

  /** Whether a region is served here, as far as this process knows. */
  has(code: RegionCode): boolean {
    return this.#regions.has(code)
  }

  async refresh(): Promise<void> {
    const rows = await this.database.asPublic((tx) => listRegions(tx))
    const next = new Map<RegionCode, KnownRegion>()
    for (const row of rows) {
      const settings = await this.database.inRegion(
        row.code,
        async (tx) => ({
          profile: (await findSetting(tx, row.code, 'profile')) as Partial<RegionProfile> | undefined,
          own: (await findSetting(tx, row.code, 'office-calendar')) as OwnCalendar | undefined,
          logo: (await findSetting(tx, row.code, 'logo')) as { readonly hash: string } | undefined,
        }),
        { readOnly: true },
      )
      const profile = { ...DEFAULTS, ...settings.profile }
      const { data, working } = this.#calendar(profile.calendar, settings.own)
      const logo = settings.logo === undefined ? undefined : await this.#logo(row.code, settings.logo.hash)
      next.set(row.code, {
        code: row.code,
        name: row.name,
        hue: profile.hue,
        timeZone: row.time_zone,
        office: profile.office,
        profile,
        calendar: working,
        hours: officeHoursText(data),
        ...(logo === undefined ? {} : { logo }),
      })
    }
    await this.onRead(next)
    this.#regions = next
    this.#readAt = Date.now()
  }

  /** The published calendar, without the region's own days and hours. */
  baseCalendar(code: RegionCode): OfficeCalendar {
    return this.#calendar(this.get(code).profile.calendar).data
  }

  #calendar(id: string, own?: OwnCalendar): Calendar {
    const key = own === undefined ? id : `${id} ${JSON.stringify(own)}`
    const known = this.#calendars.get(key)
    if (known !== undefined) return known
    const read =
      own === undefined
        ? readOfficeCalendar(JSON.parse(readFileSync(packagePath('instruments', 'calendars', `${id}.json`), 'utf8')))
        : effectiveCalendar(this.#calendar(id).data, own)
    if (!read.ok) throw new Error(`The office calendar ${id} is not in order: ${JSON.stringify(read.refusals)}`)
    const made = { data: read.value, working: workingCalendar(read.value) }
    this.#calendars.set(key, made)
    return made
  }

  /** Kept by its hash; a logo that cannot be read now stops nothing, papers then mark its place. */
  async #logo(code: RegionCode, hash: string): Promise<Uint8Array | undefined> {
    const known = this.#logos.get(hash) ?? (await this.readLogo(code, hash).catch(() => undefined))
    if (known !== undefined) this.#logos.set(hash, known)
    return known
  }
}
