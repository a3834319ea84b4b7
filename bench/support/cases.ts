// Copies of cases in bulk: one that was really handled is read, given other people, another number and other times, sealed to
// its new id and written with its events and uploads. Must stay true: no two open cases are about the same thing; only states
// that need no paper and no prepared change are copied to stay; the monthly figures count the copies too.
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { visitorOf } from '../../src/bindings/demo-cases.ts'
import { drawLetter } from '../../src/bindings/demo-letter.ts'
import type { House } from '../../src/bindings/house.ts'
import { buildCaseNumber, randomCasePart } from '../../src/kernel/case-number.ts'
import { addDays } from '../../src/kernel/date.ts'
import { todayIn } from '../../src/kernel/zone.ts'
import type { CaseFile } from '../../src/modules/cases/case.ts'
import { caseOf, rowOf } from '../../src/modules/cases/case-codec.ts'
import { startDraft } from '../../src/modules/cases/draft-commands.ts'
import { takeSerials } from '../../src/modules/cases/store.ts'
import type { CaseRow } from '../../src/modules/cases/tables.ts'
import { saveUpload } from '../../src/modules/cases/upload-commands.ts'
import type { Tx } from '../../src/platform/db/tx.ts'
import { newId } from '../../src/platform/ids.ts'

export type Couple = { readonly mother: string; readonly father: string; readonly village: string }
type Row = Readonly<Record<string, unknown>>
export type Template = { readonly row: CaseRow; readonly events: readonly Row[]; readonly uploads: readonly Row[] }

const PAGE = 2_000
/** Pages after which the planner is told how large the table has become. */
const ANALYZED_AFTER = new Set([0, 2, 8, 24])
/** Shares of states among open cases; each waits for an officer. */
const OPEN = { screening: 35, verification: 40, validation: 20, on_hold: 5 } as const
/** For every ten open cases two that are over, and one that its applicant has back. */
const PAST = { rejected: 2, returned: 1 } as const

/** Married couples on a card of their own, the mother of 20 to 38, no child within the last two years. */
export async function findCouples(house: House, region: string, count: number): Promise<readonly Couple[]> {
  const today = todayIn(house.regions.get(region).timeZone, house.cases.clock.now().getTime())
  const { rows } = await house.database.inRegion(
    region,
    (tx) =>
      sql<Couple>`
        select m.person_id::text mother, p.person_id::text father, m.village_code village
        from person m join family f on f.region_code = m.region_code and f.family_id = m.family_id
        join person p on p.region_code = f.region_code and p.person_id = f.head_id
        where m.region_code = ${region} and m.sex = 'P' and p.sex = 'L' and m.marital_status = '2' and p.marital_status = '2'
          and m.status = 'active' and p.status = 'active' and m.relation = '3'
          and m.birth_date between ${addDays(today, -38 * 365)} and ${addDays(today, -22 * 365)}
          -- without a recorded marriage a birth needs more papers than the copied draft has
          and exists (select from deed_party d where d.region_code = m.region_code and d.person_id = m.person_id and d.role = 'wife')
          and not exists (select from person c where c.region_code = m.region_code and c.mother_id = m.person_id and c.birth_date > ${addDays(today, -730)})
          -- people of the demo sign in as themselves already
          and not exists (select from account_person a where a.region_code = m.region_code and a.person_id = m.person_id)
        order by md5(m.person_id::text) limit ${count}`.execute(tx),
    { readOnly: true, statementTimeoutMs: 60_000 },
  )
  return rows
}

/** Answers of a birth that nothing is wrong with. */
function birthAnswers(couple: Couple, today: string, index: number): CaseFile['answers'] {
  const witness = { birthPlace: 'Tabalong', citizenship: 'WNI' as const }
  return {
    childName: nameOf(index),
    childSex: index % 2 === 0 ? 'P' : 'L',
    // Within the sixty days that make no late report of it; over as many days as go, so that runs in one world do not pile up newborns.
    birthDate: addDays(today, -(3 + (index % 53))),
    birthTime: '04:10',
    birthFacility: '2',
    birthAttendant: '2',
    birthPlurality: '1',
    birthOrder: 1,
    birthPlace: 'Balangan',
    birthWeightGrams: 2900 + (index % 9) * 50,
    birthLengthCm: '49',
    mother: { personId: couple.mother },
    father: { personId: couple.father },
    witness1: { name: 'Saksi Contoh Satu', nik: '6309051208819901', birthDate: '1981-08-12', ...witness },
    witness2: { name: 'Saksi Contoh Dua', nik: '6309055509849901', birthDate: '1984-09-15', ...witness },
  }
}

const SOUNDS = ['ra', 'mi', 'na', 'so', 'li', 'ka', 'du', 'ha', 'fi', 'za', 'ru', 'ti', 'ma', 'no', 'sa', 'hi'] as const
/** A name of its own for each copy, in letters. */
function nameOf(index: number): string {
  const word = (seed: number) => {
    let text = ''
    for (let n = 0, rest = seed; n < 4; n++, rest = Math.floor(rest / SOUNDS.length))
      text += SOUNDS[rest % SOUNDS.length]
    return `${text[0]!.toUpperCase()}${text.slice(1)}`
  }
  return `${word(index * 7919 + 13)} ${word(index * 104_729 + Math.floor(Math.random() * 65_536))}`
}

/** A birth draft with all answers and its letter, made by the commands that a mother uses; gives its id. */
export async function makeDraftTemplate(
  house: House,
  region: string,
  citizen: { readonly accountId: string; readonly couple: Couple },
): Promise<string> {
  const visitor = visitorOf(house, region, citizen.accountId, citizen.couple.mother, [])
  const today = todayIn(house.regions.get(region).timeZone, house.cases.clock.now().getTime())
  const started = await startDraft(house.cases, visitor, 'birth-wni', {
    personId: citizen.couple.mother,
    phone: '+6281255609999',
    answers: birthAnswers(citizen.couple, today, 0),
    role: 'parent',
  })
  if (!started.ok) throw new Error(JSON.stringify(started.refusals))
  const saved = await saveUpload(house.cases, visitor, started.value.caseId, 'birth-statement', await drawLetter())
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusals))
  return started.value.caseId
}

async function templates(tx: Tx, region: string, where: ReturnType<typeof sql<boolean>>): Promise<readonly Template[]> {
  const { rows } = await sql<CaseRow>`select * from case_file where region_code = ${region} and ${where}`.execute(tx)
  const found: Template[] = []
  for (const row of rows)
    found.push({
      row,
      events: await jsonRows(tx, 'case_event', region, row.case_id),
      uploads: await jsonRows(tx, 'case_upload', region, row.case_id),
    })
  return found
}

async function jsonRows(tx: Tx, table: string, region: string, caseId: string): Promise<readonly Row[]> {
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(t) as row from ${sql.table(table)} t where region_code = ${region} and case_id = ${caseId}`.execute(
    tx,
  )
  return rows.map((one) => one.row)
}

export type Copy = {
  readonly accountId?: string
  readonly couple: Couple
  readonly shiftMs: number
  readonly index: number
}

/** Writes copies of a template; gives their ids in order. */
export async function copyCases(
  house: House,
  region: string,
  wanted: readonly { readonly template: Template; readonly copy: Copy }[],
): Promise<readonly string[]> {
  const { ring, clock } = house.cases
  const { timeZone } = house.regions.get(region)
  const day = todayIn(timeZone, clock.now().getTime())
  const ids: string[] = []
  for (let from = 0; from < wanted.length; from += PAGE) {
    const page = wanted.slice(from, from + PAGE)
    const first = await house.database.inRegion(region, (tx) => takeSerials(tx, region, day, page.length))
    const rows: Row[] = []
    const events: Row[] = []
    const uploads: Row[] = []
    for (const [n, { template, copy }] of page.entries()) {
      const caseId = newId()
      ids.push(caseId)
      const file = fileOf(caseOf(template.row, ring), copy, caseId, day)
      const number =
        file.number === undefined
          ? undefined
          : buildCaseNumber({
              family: 'GS',
              date: day,
              random: randomCasePart((length) => randomBytes(length)),
              sequence: first + n,
            })
      const row = rowOf({ ...file, ...(number === undefined ? {} : { number }) }, ring, {
        ...(template.row.subject_key === null ? {} : { subjectKey: randomBytes(48) }),
      })
      rows.push(jsonRow(row as unknown as Row))
      const moved = (at: unknown) => new Date(Date.parse(String(at)) + copy.shiftMs).toISOString()
      for (const event of template.events) events.push({ ...event, case_id: caseId, at: moved(event.at), note: null })
      for (const upload of template.uploads) uploads.push({ ...upload, case_id: caseId, upload_id: newId() })
    }
    await house.database.inRegion(
      region,
      async (tx) => {
        for (const [table, list] of [
          ['case_file', rows],
          ['case_event', events],
          ['case_upload', uploads],
        ] as const)
          await sql`insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(list)}::jsonb)`.execute(
            tx,
          )
      },
      { statementTimeoutMs: 60_000 },
    )
    // Events and uploads look their case up: planned for a table of a few pages, each would read all of it.
    if (ANALYZED_AFTER.has(from / PAGE))
      await house.database.asOwner((tx) => sql`analyze case_file`.execute(tx), { statementTimeoutMs: 60_000 })
  }
  return ids
}

function jsonRow(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      value instanceof Uint8Array
        ? `\\x${Buffer.from(value).toString('hex')}`
        : (key === 'clock' || key === 'hands') && typeof value === 'string'
          ? JSON.parse(value)
          : value,
    ]),
  )
}

const TIMES = [
  'stateSinceMs',
  'submittedAtMs',
  'completeAtMs',
  'dueAtMs',
  'holdUntilMs',
  'applicantUntilMs',
  'endedAtMs',
  'takenAtMs',
  'createdAtMs',
  'updatedAtMs',
] as const satisfies readonly (keyof CaseFile)[]

function fileOf(file: CaseFile, { couple, accountId, shiftMs, index }: Copy, caseId: string, day: string): CaseFile {
  const { clock } = file
  const times = Object.fromEntries(
    TIMES.flatMap((key) => (file[key] === undefined ? [] : [[key, (file[key] as number) + shiftMs] as const])),
  )
  const answers =
    file.serviceId === 'birth-wni'
      ? birthAnswers(couple, addDays(day, Math.floor(shiftMs / 86_400_000)), index)
      : file.answers
  return {
    ...file,
    ...times,
    caseId,
    accountId: accountId ?? `bench-${couple.mother}`,
    applicantPerson: couple.mother,
    answers,
    takenBy: undefined,
    takenAtMs: undefined,
    ...(file.villageCode === undefined ? {} : { villageCode: couple.village }),
    ...(clock === undefined
      ? {}
      : {
          clock: {
            startedAt: clock.startedAt + shiftMs,
            pauses: clock.pauses.map((pause) => ({
              ...pause,
              from: pause.from + shiftMs,
              ...(pause.to === undefined ? {} : { to: pause.to + shiftMs }),
            })),
          },
        }),
  } as CaseFile
}

/** Reads what can be copied: cases of these states, or one case by its id. */
export function readTemplates(
  house: House,
  region: string,
  which: { readonly state: string } | { readonly id: string },
) {
  return house.database.inRegion(
    region,
    (tx) =>
      templates(
        tx,
        region,
        'id' in which
          ? sql<boolean>`case_id = ${which.id}`
          : sql<boolean>`state = ${which.state} and service_id in ('birth-wni', 'kk-lost-damaged', 'ktp-lost') and account_id not like 'bench-%' order by case_id limit 5`,
      ),
    { readOnly: true },
  )
}

/** So many open cases, and the past that goes with them. */
export async function fillCases(house: House, region: string, couples: readonly Couple[], open: number): Promise<void> {
  const wanted: { template: Template; copy: Copy }[] = []
  const plan = { ...OPEN, ...Object.fromEntries(Object.entries(PAST).map(([state, share]) => [state, share * 10])) }
  for (const [state, share] of Object.entries(plan)) {
    const some = await readTemplates(house, region, { state })
    if (some.length === 0) throw new Error(`The demo has no case in the state ${state} to copy.`)
    const count = Math.round((open * share) / 100)
    for (let n = 0; n < count; n++) {
      const daysAgo = state in PAST ? n % 300 : n % 12
      wanted.push({
        template: some[n % some.length]!,
        copy: {
          couple: couples[(n * 31) % couples.length]!,
          shiftMs: -(daysAgo * 86_400_000 + (n % 400) * 60_000),
          index: wanted.length,
        },
      })
    }
  }
  await copyCases(house, region, wanted)
  await countMonths(house, region)
}

/** The monthly figures as the job would have counted them, from the events. */
async function countMonths(house: House, region: string): Promise<void> {
  await house.database.inRegion(
    region,
    (tx) =>
      sql`insert into case_month (region_code, service_id, month, submitted, returned, rejected)
        select e.region_code, c.service_id, date_trunc('month', e.at at time zone 'Asia/Makassar')::date,
          count(*) filter (where e.action = 'submit'), count(*) filter (where e.to_state = 'returned'), count(*) filter (where e.to_state = 'rejected')
        from case_event e join case_file c on c.region_code = e.region_code and c.case_id = e.case_id
        where e.region_code = ${region} and c.account_id like 'bench-%' group by 1, 2, 3
        on conflict (region_code, service_id, month) do update set submitted = case_month.submitted + excluded.submitted,
          returned = case_month.returned + excluded.returned, rejected = case_month.rejected + excluded.rejected`.execute(
        tx,
      ),
    { statementTimeoutMs: 120_000 },
  )
}
