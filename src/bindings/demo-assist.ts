// Help, mandates and reports for the demo, made by the commands people use: a village operator with drafts, a counter that
// helps, a hospital whose report waits for a mother and one that fits nobody, a mandate. Invented people, bounded in time.
import type { RegionCode } from '../kernel/region-code.ts'
import type { CasesContext } from '../modules/cases/context.ts'
import { beginHelp, confirmAndSubmit } from '../modules/cases/help-commands.ts'
import { giveMandate } from '../modules/cases/mandate-commands.ts'
import { sendReport } from '../modules/cases/report-commands.ts'
import { saveUpload } from '../modules/cases/upload-commands.ts'
import type { DemoPerson } from '../modules/regions/sign-in-port.ts'
import { findSetting, insertAssignment, insertUnits, setSetting } from '../modules/regions/store.ts'
import { loadSnapshot } from '../modules/register/load.ts'
import type { Role, Visitor } from '../platform/http/visitor.ts'
import { newId } from '../platform/ids.ts'
import { refusalRegistry } from '../refusals.ts'
import { HOUSEHOLD } from './demo-household.ts'
import { drawLetter } from './demo-letter.ts'
import type { House } from './house.ts'

type Helper = {
  readonly key: string
  readonly name: string
  readonly role: Role
  readonly unit: { readonly id: string; readonly name: string }
  readonly services: readonly string[]
  readonly title: { readonly id: string; readonly en: string }
  readonly start: string
}
const VILLAGE = '63.11.06.2006'
const STORY = new Set((HOUSEHOLD.persons ?? []).map((one) => one.nik))

const HELPERS: readonly Helper[] = [
  {
    key: 'operator.desa',
    name: 'Mahrita',
    role: 'village-operator',
    unit: { id: 'desa-2006', name: 'Kantor Desa Kalahiang' },
    services: ['*'],
    title: { id: 'Operator desa: membantu warga desanya', en: 'Village operator: helps residents of the village' },
    start: 'assist',
  },
  {
    key: 'rsud',
    name: 'Bidan Noor Aida',
    role: 'notifier',
    unit: { id: 'rsud', name: 'RSUD Contoh Balangan' },
    services: ['birth-wni', 'death'],
    title: { id: 'Rumah sakit: melaporkan kelahiran dan kematian', en: 'Hospital: reports births and deaths' },
    start: 'report',
  },
  {
    key: 'kua',
    name: 'Petugas KUA Contoh',
    role: 'notifier',
    unit: { id: 'kua-paringin', name: 'KUA Contoh Paringin' },
    services: ['kk-new-family'],
    title: { id: 'KUA: melaporkan pernikahan', en: 'Religious affairs office: reports marriages' },
    start: 'report',
  },
  {
    key: 'pengadilan',
    name: 'Panitera Contoh',
    role: 'notifier',
    unit: { id: 'pengadilan', name: 'Pengadilan Contoh Balangan' },
    services: ['divorce', 'name-change'],
    title: { id: 'Pengadilan: melaporkan putusan', en: 'Court: reports rulings' },
    start: 'report',
  },
  {
    key: 'sekolah',
    name: 'Guru Contoh',
    role: 'notifier',
    unit: { id: 'sdn-contoh', name: 'SDN Contoh Kalahiang' },
    services: ['kia-5-17'],
    title: { id: 'Sekolah: mendaftar siswa tanpa KIA', en: 'School: lists pupils without a child card' },
    start: 'report',
  },
]

/** Residents with numbers, for the drafts of helpers. */
type Resident = { readonly nik: string; readonly name: string; readonly id: string }

/** Seeds the helpers and what they did. */
export async function seedAssist(house: House, region: RegionCode, now: Date, counterAccount?: string): Promise<void> {
  const accounts = new Map<string, string>()
  for (const helper of HELPERS) accounts.set(helper.key, await appoint(house, region, helper, now))
  const { cases } = house
  const as = (key: string): Visitor =>
    visitorOf(house, region, accounts.get(key)!, HELPERS.find((one) => one.key === key)!)
  const operator = as('operator.desa')
  const locals = await residents(house, region, VILLAGE, 10)
  const letter = await drawLetter()
  for (const [at, one] of locals.entries()) {
    const begun = await beginHelp(
      cases,
      operator,
      {
        ...HELP,
        service: at % 2 === 0 ? 'ktp-damaged' : 'birth-wni',
        way: at === 3 ? 'mobile' : 'village',
        ...one,
      },
      `demo-${at}`,
    )
    if (begun.ok && at % 2 === 0) await sendSigned(cases, operator, begun.value.caseId, letter)
  }
  if (counterAccount !== undefined) {
    const counter = visitorOf(house, region, counterAccount, COUNTER)
    for (const [at, one] of (await residents(house, region, '63.11.01', 3)).entries()) {
      const begun = await beginHelp(
        cases,
        counter,
        { ...HELP, service: 'ktp-damaged', way: 'counter', ...one },
        `demo-${at}`,
      )
      if (begun.ok && at > 0) await sendSigned(cases, counter, begun.value.caseId, letter)
    }
  }
  await seedReports(house, region, as)
}

const HELP = { phone: '', email: '', outsider: false, consent: true } as const
const COUNTER: Pick<Helper, 'role' | 'unit' | 'services'> = {
  role: 'front-office',
  unit: { id: 'loket', name: 'Loket pelayanan' },
  services: ['*'],
}

async function sendSigned(cases: CasesContext, helper: Visitor, caseId: string, letter: Uint8Array): Promise<void> {
  await saveUpload(cases, helper, caseId, 'damaged-ktp', letter)
  await confirmAndSubmit(cases, helper, caseId, { how: 'signature', code: '', signed: true })
}

async function seedReports(house: House, region: RegionCode, as: (key: string) => Visitor): Promise<void> {
  const { cases } = house
  const none = async () => undefined
  const NOTHING = { phone: '', lines: '', fields: {} }
  const day = new Date(cases.clock.now().getTime() - 5 * 86_400_000)
  const year = String(day.getUTCFullYear())
  const mother = (await residents(house, region, '63.11.02', 40, 'P')).at(-1)
  const born = {
    childSex: ['L'],
    'birthDate.day': [String(day.getUTCDate())],
    'birthDate.month': [String(day.getUTCMonth() + 1)],
    'birthDate.year': [year],
    birthTime: ['06.20'],
    birthFacility: ['1'],
    birthWeightGrams: ['3050'],
    birthLengthCm: ['49'],
  }
  const hospital = as('rsud')
  // Siti Aminah, the mother of the story, keeps her empty hands: she begins by herself.
  if (mother !== undefined)
    await sendReport(
      cases,
      hospital,
      { ...NOTHING, kind: 'birth', ...mother, number: `SKL/001/${year}`, fields: born },
      none,
    )
  for (const [at, name] of ['Nor Laila', 'Siti Khadijah', 'Rusmini'].entries())
    await sendReport(
      cases,
      hospital,
      { ...NOTHING, kind: 'birth', nik: `63110252019${at}9991`, name, number: `SKL/01${at}/${year}`, fields: born },
      none,
    )
  const children = await residents(house, region, VILLAGE, 8, undefined, [7, 14])
  const lines = children.map((one) => `${one.nik}; ${one.name}`).join('\n')
  if (lines !== '')
    await sendReport(cases, as('sekolah'), { ...NOTHING, kind: 'school', nik: '', name: '', number: '', lines }, none)
}

async function appoint(house: House, region: RegionCode, helper: Helper, now: Date): Promise<string> {
  const accountId = await house.accounts.createAccount({ name: helper.name, email: `${helper.key}@contoh.example` })
  await house.database.inRegion(region, async (tx) => {
    await insertUnits(tx, [
      { region_code: region, unit_id: helper.unit.id, agency_id: 'disdukcapil', name: helper.unit.name, place: region },
    ])
    await insertAssignment(tx, {
      region_code: region,
      assignment_id: newId(),
      account_id: accountId,
      role: helper.role,
      place: helper.role === 'village-operator' ? VILLAGE : region,
      services: [...helper.services],
      unit_id: helper.unit.id,
      deputy_for: null,
      valid_from: new Date(now.getTime() - 86_400_000),
      valid_until: null,
      created_by: 'demo',
    })
    const known = ((await findSetting(tx, region, 'demo-people')) as readonly DemoPerson[] | undefined) ?? []
    const line: DemoPerson = {
      accountId,
      name: helper.name,
      role: helper.title,
      group: 'office',
      start: `/${region}/${helper.start}`,
    }
    await setSetting(tx, {
      region_code: region,
      name: 'demo-people',
      value: [...known, line],
      changed_by: 'demo',
      changed_at: now,
    })
  })
  return accountId
}

type Tables = {
  person: {
    region_code: string
    person_id: string
    village_code: string | null
    sex: string
    birth_date: string
    status: string
  }
}

/** Some residents of a place by age, with the numbers their cards show. */
async function residents(
  house: House,
  region: RegionCode,
  place: string,
  count: number,
  sex?: string,
  [from, to]: readonly [number, number] = [20, 38],
): Promise<readonly Resident[]> {
  const year = house.cases.clock.now().getFullYear()
  return house.database.inRegion(
    region,
    async (tx) => {
      let query = tx
        .withTables<Tables>()
        .selectFrom('person')
        .select('person_id')
        .where('region_code', '=', region)
        .where('status', '=', 'active')
        .where('village_code', 'like', `${place}%`)
        .where('birth_date', '>', `${year - to}-01-01`)
        .where('birth_date', '<', `${year - from}-01-01`)
        .orderBy('person_id')
        .limit(count)
      if (sex !== undefined) query = query.where('sex', '=', sex)
      const rows = await query.execute()
      const snapshot = await loadSnapshot(tx, house.cases.ring, region, { personIds: rows.map((row) => row.person_id) })
      return rows.flatMap((row) => {
        const person = snapshot.persons.get(row.person_id)
        // The people of the story begin by themselves.
        return person?.nik === undefined || STORY.has(person.nik)
          ? []
          : [{ nik: person.nik, name: person.name, id: person.id }]
      })
    },
    { readOnly: true },
  )
}

function visitorOf(
  house: House,
  region: RegionCode,
  accountId: string,
  helper: Pick<Helper, 'role' | 'unit' | 'services'>,
): Visitor {
  return {
    requestId: newId(),
    language: 'id',
    region: house.regions.get(region),
    actor: {
      accountId,
      name: '',
      sessionId: '',
      assignments: [
        {
          role: helper.role,
          region,
          place: helper.role === 'village-operator' ? VILLAGE : region,
          services: helper.services,
          unit: helper.unit.name,
          unitId: helper.unit.id,
        },
      ],
    },
    page: { language: 'id', region: { code: region, name: '', hue: 168 }, path: '/', assets: { styles: [] } },
    demo: true,
    device: 'demo',
    tell: (refusal) => refusalRegistry.tell(refusal, 'id'),
    statusOf: (refusals) => refusalRegistry.status(refusals),
  }
}

/** A mandate of the story: the father may act for the mother in everything, for half a year. */
export async function seedMandate(
  house: House,
  region: RegionCode,
  giver: { readonly accountId: string; readonly personId: string },
  holder: { readonly nik: string; readonly name: string },
): Promise<void> {
  const visitor = visitorOf(house, region, giver.accountId, COUNTER)
  const until = new Date(house.cases.clock.now().getTime() + 180 * 86_400_000)
  await giveMandate(
    house.cases,
    { ...visitor, actor: { ...visitor.actor!, personId: giver.personId, assignments: [] } },
    {
      ...holder,
      service: '*',
      until: {
        day: String(until.getUTCDate()),
        month: String(until.getUTCMonth() + 1),
        year: String(until.getUTCFullYear()),
      },
    },
    'demo',
  )
}
