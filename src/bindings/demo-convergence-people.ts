import { balangan } from '../modules/convergence/editions.ts'
import type { DemoPerson } from '../modules/regions/sign-in-port.ts'
import { findSetting, insertAgency, insertAssignment, insertUnits, setSetting } from '../modules/regions/store.ts'
import type { Role } from '../platform/http/visitor.ts'
import { newId } from '../platform/ids.ts'
import type { House } from './house.ts'

const REGION = '63.11'
/** The village of the story: its cadre, team and head have accounts. */
export const STORY_VILLAGE = '63.11.06.1019'

type Post = {
  readonly key: string
  readonly name: string
  readonly role: Role
  readonly unit: string
  readonly place: string
  readonly title: { readonly id: string; readonly en: string }
}
const UNITS = [
  ...balangan.agencies.map((one) => ({ unit_id: one.id, agency_id: one.id, name: one.name, place: REGION })),
  { unit_id: 'tpps', agency_id: 'bapperida', name: 'Sekretariat TPPS', place: REGION },
  { unit_id: 'pakar', agency_id: 'dinkes', name: 'Tim pakar audit kasus', place: REGION },
  { unit_id: 'asuh', agency_id: 'bapperida', name: 'Orang tua asuh', place: REGION },
  { unit_id: 'desa-story', agency_id: 'dpppa', name: 'Kelurahan Paringin Timur', place: STORY_VILLAGE },
]
const POSTS: readonly Post[] = [
  {
    key: 'tpps',
    name: 'Rina Marlina',
    role: 'convergence-secretariat',
    unit: 'tpps',
    place: REGION,
    title: {
      id: 'Sekretariat TPPS: melihat kesenjangan dan memberi tugas',
      en: 'Secretariat: sees gaps and gives them to programmes',
    },
  },
  {
    key: 'tpps2',
    name: 'Gusti Ardiansyah',
    role: 'convergence-secretariat',
    unit: 'tpps',
    place: REGION,
    title: { id: 'Sekretariat TPPS: orang kedua yang mengesahkan', en: 'Secretariat: the second person who confirms' },
  },
  {
    key: 'dinkes',
    name: 'Yulianti',
    role: 'programme-officer',
    unit: 'dinkes',
    place: REGION,
    title: { id: 'Petugas data Dinas Kesehatan', en: 'Data officer of the health agency' },
  },
  {
    key: 'pupr',
    name: 'Hairul Anwar',
    role: 'programme-officer',
    unit: 'puprperkim',
    place: REGION,
    title: { id: 'Petugas data PUPR: sanitasi', en: 'Data officer of public works: sanitation' },
  },
  {
    key: 'kpm',
    name: 'Mariani',
    role: 'village-cadre',
    unit: 'desa-story',
    place: STORY_VILLAGE,
    title: { id: 'Kader pembangunan manusia, Paringin Timur', en: 'Village development cadre, Paringin Timur' },
  },
  {
    key: 'tpk',
    name: 'Nurul Hidayah',
    role: 'family-team',
    unit: 'desa-story',
    place: STORY_VILLAGE,
    title: { id: 'Tim pendamping keluarga, Paringin Timur', en: 'Family-assistance team, Paringin Timur' },
  },
  {
    key: 'lurah',
    name: 'Abdul Karim',
    role: 'village-head',
    unit: 'desa-story',
    place: STORY_VILLAGE,
    title: { id: 'Lurah Paringin Timur', en: 'Head of Paringin Timur' },
  },
  {
    key: 'pakar',
    name: 'dr. Contoh Pakar',
    role: 'expert',
    unit: 'pakar',
    place: REGION,
    title: { id: 'Tim pakar: audit kasus stunting', en: 'Expert team: case audits' },
  },
  {
    key: 'asuh',
    name: 'PT Contoh Peduli',
    role: 'foster-parent',
    unit: 'asuh',
    place: REGION,
    title: { id: 'Orang tua asuh: perusahaan', en: 'Foster parent: a company' },
  },
]

/** Appoints them; gives the account of each by its key. */
export async function seedConvergencePeople(house: House, now: Date): Promise<ReadonlyMap<string, string>> {
  const { database } = house
  const ids = new Map<string, string>()
  await database.inRegion(REGION, async (tx) => {
    for (const one of balangan.agencies)
      await insertAgency(tx, { region_code: REGION, agency_id: one.id, name: one.name, address: '', phone: '' })
    await insertUnits(
      tx,
      UNITS.map((unit) => ({ region_code: REGION, ...unit })),
    )
  })
  const lines: DemoPerson[] = []
  for (const post of POSTS) {
    const accountId = await house.accounts.createAccount({
      name: post.name,
      email: `balanting.${post.key}@contoh.example`,
    })
    ids.set(post.key, accountId)
    await database.inRegion(REGION, (tx) =>
      insertAssignment(tx, {
        region_code: REGION,
        assignment_id: newId(),
        account_id: accountId,
        role: post.role,
        place: post.place,
        services: ['*'],
        unit_id: post.unit,
        deputy_for: null,
        valid_from: new Date(now.getTime() - 86_400_000),
        valid_until: null,
        created_by: 'demo',
      }),
    )
    lines.push({ accountId, name: post.name, role: post.title, group: 'planning', start: `/${REGION}/balanting` })
  }
  await database.inRegion(REGION, async (tx) => {
    const known = ((await findSetting(tx, REGION, 'demo-people')) as readonly DemoPerson[] | undefined) ?? []
    await setSetting(tx, {
      region_code: REGION,
      name: 'demo-people',
      value: [...known, ...lines],
      changed_by: 'demo',
      changed_at: now,
    })
  })
  return ids
}
