// The demo of Balangan: two regions, their offices, officers and some citizens with accounts. Everything is invented; NIKs
// end in 9901 to 9999. Must stay true: seeding twice changes nothing; production never calls it.
import type { RegionCode } from '../kernel/region-code.ts'
import type { DemoPerson } from '../modules/regions/sign-in-port.ts'
import {
  bindPerson,
  findSetting,
  insertAgency,
  insertAssignment,
  insertRegion,
  insertUnits,
  setSetting,
} from '../modules/regions/store.ts'
import { setRegisterSettings } from '../modules/register/settings.ts'
import type { Accounts } from '../platform/auth/accounts.ts'
import type { Database } from '../platform/db/database.ts'
import type { Role } from '../platform/http/visitor.ts'
import { newId } from '../platform/ids.ts'
import type { RegionProfile } from './region-directory.ts'

export type DemoRegion = {
  readonly code: RegionCode
  readonly name: string
  readonly short: string
  readonly profile: RegionProfile
}

export const DEMO_REGIONS: readonly DemoRegion[] = [
  {
    code: '63.11',
    name: 'Kabupaten Balangan',
    short: 'Balangan',
    profile: {
      hue: 168,
      office: 'Disdukcapil Balangan',
      unit: 'Disdukcapil Balangan',
      calendar: '63.11-2026',
      address: 'Jalan Contoh Raya 1, Paringin',
      contact: 'contoh@balangan.invalid',
      place: 'Paringin',
      head: { name: 'Drs. H. Contoh Kepala Dinas' },
      open: true,
    },
  },
  {
    code: '63.09',
    name: 'Kabupaten Tabalong',
    short: 'Tabalong',
    profile: {
      hue: 250,
      office: 'Disdukcapil Tabalong',
      unit: 'Disdukcapil Tabalong',
      calendar: '63.09-2026',
      address: 'Jalan Contoh Utara 2, Tanjung',
      contact: 'contoh@tabalong.invalid',
      place: 'Tanjung',
      head: { name: 'Contoh Kepala Dinas Tabalong' },
      open: true,
    },
  },
]

const UNITS = [
  { id: 'loket', name: 'Loket pelayanan' },
  { id: 'verifikasi', name: 'Seksi Verifikasi Data' },
  { id: 'capil', name: 'Bidang Pencatatan Sipil' },
  { id: 'kepala', name: 'Pimpinan dinas' },
  { id: 'produksi', name: 'Seksi Produksi dan Arsip' },
  { id: 'antar', name: 'Loket penyerahan' },
] as const

type Officer = {
  readonly key: string
  readonly name: string
  readonly role: Role
  readonly unit: (typeof UNITS)[number]['id']
  readonly title: { readonly id: string; readonly en: string }
}

export const OFFICERS: readonly Officer[] = [
  {
    key: 'loket',
    name: 'Rusdiana',
    role: 'front-office',
    unit: 'loket',
    title: { id: 'Petugas loket: menerima dan memeriksa berkas', en: 'Front office: receives and screens' },
  },
  {
    key: 'verifikator',
    name: 'Muhammad Hendra',
    role: 'verifier',
    unit: 'verifikasi',
    title: { id: 'Verifikator: mencocokkan dengan register', en: 'Verifier: compares with the register' },
  },
  {
    key: 'verifikator2',
    name: 'Lailatul Hikmah',
    role: 'verifier',
    unit: 'verifikasi',
    title: { id: 'Verifikator kedua', en: 'Second verifier' },
  },
  {
    key: 'kabid',
    name: 'Norhayati',
    role: 'validator',
    unit: 'capil',
    title: { id: 'Kepala bidang: mengesahkan', en: 'Section head: approves' },
  },
  {
    key: 'kadis',
    name: 'Contoh Kepala Dinas',
    role: 'head',
    unit: 'kepala',
    title: { id: 'Kepala dinas: memutuskan, menandatangani, mitra', en: 'Head of office: decides, signs, partners' },
  },
  {
    key: 'produksi',
    name: 'Ahmad Zaini',
    role: 'production',
    unit: 'produksi',
    title: { id: 'Produksi: mencetak kartu', en: 'Production: prints cards' },
  },
  {
    key: 'antar',
    name: 'Fitriani',
    role: 'delivery',
    unit: 'antar',
    title: { id: 'Penyerahan: menyerahkan kartu', en: 'Delivery: hands cards over' },
  },
  {
    key: 'loket2',
    name: 'Mahmudah',
    role: 'front-office',
    unit: 'loket',
    title: { id: 'Petugas loket kedua', en: 'Second front-office officer' },
  },
]

/** Regions, offices and their settings. */
export async function seedRegions(database: Database, now: Date): Promise<void> {
  await database.asPlatform(async (tx) => {
    for (const { code, name } of DEMO_REGIONS)
      await insertRegion(tx, { code, name, level: 'regency', time_zone: 'Asia/Makassar' })
  })
  for (const region of DEMO_REGIONS)
    await database.inRegion(region.code, async (tx) => {
      const { code } = region
      await setSetting(tx, {
        region_code: code,
        name: 'profile',
        value: region.profile,
        changed_by: 'demo',
        changed_at: now,
      })
      await insertAgency(tx, {
        region_code: code,
        agency_id: 'disdukcapil',
        name: `Dinas Kependudukan dan Pencatatan Sipil ${region.short}`,
        address: region.profile.address,
        phone: '',
      })
      await insertUnits(
        tx,
        UNITS.map((unit) => ({
          region_code: code,
          unit_id: unit.id,
          agency_id: 'disdukcapil',
          name: unit.name,
          place: code,
        })),
      )
      await setRegisterSettings(
        tx,
        code,
        { firstSerial: 9901, newNumberAfterHeadDies: true, birthUpperAgeExclusive: 18 },
        now,
      )
    })
}

/** Officers of both regions with their roles; gives the list the sign-in page shows. */
export async function seedOfficers(database: Database, accounts: Accounts, now: Date): Promise<void> {
  for (const region of DEMO_REGIONS) {
    const people: DemoPerson[] = []
    for (const officer of OFFICERS) {
      const suffix = region.code === '63.11' ? '' : `.${region.short.toLowerCase()}`
      const accountId = await accounts.createAccount({
        name: region.code === '63.11' ? officer.name : `${officer.name} (${region.short})`,
        email: `${officer.key}${suffix}@contoh.example`,
      })
      await database.inRegion(region.code, (tx) =>
        insertAssignment(tx, {
          region_code: region.code,
          assignment_id: newId(),
          account_id: accountId,
          role: officer.role,
          place: region.code,
          services: ['*'],
          unit_id: officer.unit,
          deputy_for: null,
          valid_from: new Date(now.getTime() - 86_400_000),
          valid_until: null,
          created_by: 'demo',
        }),
      )
      people.push({
        accountId,
        name: `${officer.name}${region.code === '63.11' ? '' : `, ${region.short}`}`,
        role: officer.title,
        group: region.code === '63.11' ? 'office' : 'other',
        start: officer.role === 'head' ? `/${region.code}/office/signing` : `/${region.code}/office`,
      })
    }
    await database.inRegion(region.code, (tx) =>
      setSetting(tx, {
        region_code: region.code,
        name: 'demo-people',
        value: people,
        changed_by: 'demo',
        changed_at: now,
      }),
    )
  }
}

export type DemoCitizen = {
  readonly region: RegionCode
  readonly personId: string
  readonly name: string
  readonly phone: string
  readonly role: { readonly id: string; readonly en: string }
}

/** Accounts of citizens, bound to their persons, put before the officers on the list. */
export async function seedCitizens(
  database: Database,
  accounts: Accounts,
  citizens: readonly DemoCitizen[],
  now: Date,
): Promise<readonly string[]> {
  const ids: string[] = []
  for (const citizen of citizens) {
    const accountId = await accounts.createAccount({
      name: citizen.name,
      email: `warga.${citizen.phone.slice(-6)}@contoh.example`,
      phone: citizen.phone,
    })
    ids.push(accountId)
    await database.inRegion(citizen.region, async (tx) => {
      await bindPerson(tx, {
        region_code: citizen.region,
        account_id: accountId,
        person_id: citizen.personId,
        proven_by: 'demo',
      })
      const known = ((await findSetting(tx, citizen.region, 'demo-people')) as readonly DemoPerson[] | undefined) ?? []
      const line: DemoPerson = {
        accountId,
        name: citizen.name,
        role: citizen.role,
        group: 'citizen',
        start: `/${citizen.region}`,
      }
      await setSetting(tx, {
        region_code: citizen.region,
        name: 'demo-people',
        value: [line, ...known.filter((one) => one.accountId !== accountId)],
        changed_by: 'demo',
        changed_at: now,
      })
    })
  }
  return ids
}
